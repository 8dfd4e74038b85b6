package io.moltrail.web.settings;

import java.util.Set;

/** A variable without which a given process must not start. */
public enum Need {
  DATABASE_URL,
  SECRET_KEY,
  LINK_KEY,
  PASSWORD_PEPPER,
  EMAIL_INDEX_KEY,
  PII_KEK;

  /** It signs, hashes passwords, indexes addresses and wraps data keys. */
  public static final Set<Need> COMMAND_SIDE = Set.of(values());

  /** It only verifies and decrypts: a leak here cannot mint tokens. */
  public static final Set<Need> QUERY_SIDE = Set.of(DATABASE_URL, LINK_KEY, PII_KEK);
}

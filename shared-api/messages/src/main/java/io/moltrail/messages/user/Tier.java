package io.moltrail.messages.user;

/** What a user has been granted: it sets request rates and quotas. */
public enum Tier {
  FREE,
  PRO,
  ENTERPRISE
}

package io.moltrail.web.redis;

/**
 * All that Moltrail keeps in Redis. A key names nobody: it ends in an id, or in an HMAC of what the
 * key is about.
 */
public enum KeySpace {
  /** Token buckets: the policy and an HMAC of address and account. */
  LIMIT("moltrail:limit:"),

  /** Sessions that have ended while their access tokens still run: the session's id. */
  REVOKED("moltrail:revoked:"),

  /** Stands while the command side confirms that the key of no ended session is missing. */
  ALL_REVOKED("moltrail:all-revoked"),

  /** Roles that a user has lost and that read tables may still show: the user's id. */
  LOST("moltrail:lost:"),

  /** Asked for at the start and never written. */
  WARM_UP("moltrail:warm-up");

  private final String prefix;

  KeySpace(String prefix) {
    this.prefix = prefix;
  }

  /** How all its keys begin. */
  public String prefix() {
    return prefix;
  }

  public boolean holds(String key) {
    return key.startsWith(prefix);
  }

  public String key(String name) {
    return prefix + name;
  }
}

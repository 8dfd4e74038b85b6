package io.moltrail.standalone.embedded;

import io.moltrail.eventstore.DatabaseRoles;
import java.util.Map;

/**
 * How to reach what runs, and the application's own keys.
 *
 * @param jdbcUrl without a user
 * @param passwords by role
 * @param redisUrl with its password
 * @param secrets {@code SECRET_KEY}, {@code LINK_KEY}, {@code PASSWORD_PEPPER}, {@code
 *     EMAIL_INDEX_KEY}, {@code PII_KEK}: 32 random bytes each, in base64
 */
public record EmbeddedConnection(
    String jdbcUrl,
    DatabaseRoles.Passwords passwords,
    String redisUrl,
    Map<String, String> secrets) {

  public String password(String role) {
    return switch (role) {
      case DatabaseRoles.MIGRATOR -> passwords.migrator();
      case DatabaseRoles.COMMAND -> passwords.command();
      case DatabaseRoles.QUERY -> passwords.query();
      default -> throw new IllegalArgumentException("No role is called " + role);
    };
  }

  /** With the role's name and password. */
  public String jdbcUrl(String role) {
    return jdbcUrl + "?user=" + role + "&password=" + password(role);
  }

  /** Leaves the secrets out. */
  @Override
  public String toString() {
    return "EmbeddedConnection[" + jdbcUrl + "]";
  }
}

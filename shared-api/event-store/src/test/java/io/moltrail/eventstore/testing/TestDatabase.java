package io.moltrail.eventstore.testing;

import io.moltrail.eventstore.DatabaseRoles;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own for one test class, as each of its roles sees it. */
public record TestDatabase(
    String name, String host, int port, String superUser, String superPassword) {

  /**
   * A small pool for {@code moltrail_migrator}, {@code moltrail_command} or {@code moltrail_query};
   * shared, do not close.
   */
  public DataSource as(String role) {
    return TestServices.get().pool(this, role);
  }

  /** Unpooled: each call of {@code getConnection} is a new session. */
  public DataSource superuser() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl());
    source.setUser(superUser);
    source.setPassword(superPassword);
    return source;
  }

  /** Without a user. */
  public String jdbcUrl() {
    return "jdbc:postgresql://" + host + ":" + port + "/" + name;
  }

  /** With the role's name and password. */
  public String url(String role) {
    return jdbcUrl() + "?user=" + role + "&password=" + passwordOf(role);
  }

  /** The role's password, for tests that configure a user and a password apart. */
  public static String passwordOf(String role) {
    return switch (role) {
      case DatabaseRoles.MIGRATOR -> TestServices.PASSWORDS.migrator();
      case DatabaseRoles.COMMAND -> TestServices.PASSWORDS.command();
      case DatabaseRoles.QUERY -> TestServices.PASSWORDS.query();
      default -> throw new IllegalArgumentException("No role is called " + role);
    };
  }

  TestDatabase named(String other) {
    return new TestDatabase(other, host, port, superUser, superPassword);
  }
}

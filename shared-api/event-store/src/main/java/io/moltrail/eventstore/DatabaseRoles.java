package io.moltrail.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/**
 * The database roles of Moltrail: the migrator owns the schemas, the two sides get only what a
 * migration grants them. What the roles are is written in {@code deploy/database/roles.sql}, which
 * an administrator can also run with psql.
 */
public final class DatabaseRoles {

  public static final String MIGRATOR = "moltrail_migrator";
  public static final String COMMAND = "moltrail_command";
  public static final String QUERY = "moltrail_query";

  private DatabaseRoles() {}

  /** The password of each role. None may be empty. */
  public record Passwords(String migrator, String command, String query) {

    /** Says nothing: a password must not reach a log by way of a message. */
    @Override
    public String toString() {
      return "Passwords[...]";
    }
  }

  /**
   * Makes the three roles, or renews them, and closes the database to everyone else. Repeatable.
   *
   * @param superuser a connection of a superuser to that very database
   * @throws IllegalArgumentException when the connection goes to another database
   */
  public static void create(Connection superuser, String database, Passwords passwords)
      throws SQLException {
    requireConnectedTo(database, superuser);
    boolean autoCommit = superuser.getAutoCommit();

    superuser.setAutoCommit(false);
    try {
      hand(superuser, "moltrail.migrator_password", passwords.migrator());
      hand(superuser, "moltrail.command_password", passwords.command());
      hand(superuser, "moltrail.query_password", passwords.query());
      try (Statement statement = superuser.createStatement()) {
        statement.execute(script());
      }
      superuser.commit();
    } catch (SQLException | RuntimeException failure) {
      superuser.rollback();
      throw failure;
    } finally {
      superuser.setAutoCommit(autoCommit);
    }
  }

  private static void requireConnectedTo(String database, Connection connection)
      throws SQLException {
    String actual = Objects.requireNonNull(connection.getCatalog());
    if (!actual.equals(database)) {
      throw new IllegalArgumentException(
          "The roles of database "
              + database
              + " cannot be made over a connection to database "
              + actual
              + ".");
    }
  }

  /**
   * A setting of this transaction only: it ends with it, and the script quotes it by {@code
   * format('%L')}.
   */
  private static void hand(Connection connection, String setting, String password)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT set_config(?, ?, true)")) {
      statement.setString(1, setting);
      statement.setString(2, password);
      statement.execute();
    }
  }

  private static String script() {
    try (InputStream script =
        Objects.requireNonNull(DatabaseRoles.class.getResourceAsStream("roles.sql"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

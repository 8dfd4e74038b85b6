package io.moltrail.standalone.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Really uses a right, in a transaction that is rolled back, and sees whether PostgreSQL minds. */
final class Attempt {

  private static final String REFUSED = "42501";

  /** A view of several tables, through which nobody can write, whatever is granted. */
  private static final String NOT_WRITABLE = "55000";

  private static final Map<String, List<String>> VERBS =
      Map.of(
          "database", List.of("create", "temporary"),
          "schema", List.of("usage", "create"),
          "table", List.of("select", "insert", "update", "delete", "truncate"),
          "view", List.of("select", "insert", "update", "delete"),
          "sequence", List.of("usage", "select", "update"),
          "function", List.of("execute"));

  private Attempt() {}

  /** What can be tried with an object of this kind. */
  static List<String> verbs(DatabaseObject object) {
    return Objects.requireNonNull(VERBS.get(object.kind()), object::toString);
  }

  /**
   * @param session of the role in question, without auto-commit
   * @return whether it was allowed
   */
  static boolean succeeds(Connection session, String verb, DatabaseObject object)
      throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute(sql(session, verb, object));
      return true;
    } catch (SQLException e) {
      if (REFUSED.equals(e.getSQLState())
          && String.valueOf(e.getMessage()).contains("permission denied")) {
        return false;
      }
      if (object.kind().equals("view") && NOT_WRITABLE.equals(e.getSQLState())) {
        return false;
      }
      if (verb.equals("execute")) {
        // it ran, and did not like arguments that are all null
        return true;
      }
      throw e;
    } finally {
      session.rollback();
    }
  }

  /** Statements of which each needs one right, and that touch no row. */
  private static String sql(Connection session, String verb, DatabaseObject object)
      throws SQLException {
    String name = object.name();
    return switch (object.kind() + " " + verb) {
      case "database create" -> "create schema attempted";
      case "database temporary" -> "create temporary table attempted (id int)";
      case "schema usage" -> "select to_regclass('" + name + ".nothing')";
      case "schema create" -> "create table " + name + ".attempted (id int)";
      case "sequence usage" -> "select nextval('" + name + "')";
      case "sequence select" -> "select last_value from " + name;
      case "sequence update" -> "select setval('" + name + "', 1)";
      case "function execute" -> "select " + call(name);
      case "table select", "view select" -> "select * from " + name + " limit 0";
      case "table insert", "view insert" ->
          "insert into %1$s overriding system value select (null::%1$s).* where false"
              .formatted(name);
      case "table update", "view update" ->
          "update " + name + " set " + firstColumn(session, name) + " = default where false";
      case "table delete", "view delete" -> "delete from " + name + " where false";
      case "table truncate" -> "truncate " + name;
      default -> throw new IllegalArgumentException(object + " " + verb);
    };
  }

  private static String call(String signature) {
    int open = signature.indexOf('(');
    String types = signature.substring(open + 1, signature.length() - 1);
    return signature.substring(0, open)
        + Stream.of(types.split(", "))
            .filter(type -> !type.isEmpty())
            .map(type -> "null::" + type)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** From the catalogue, which every role may read. */
  private static String firstColumn(Connection session, String table) throws SQLException {
    String[] name = table.split("\\.");
    try (var statement =
        session.prepareStatement(
            """
            select quote_ident(attname) from pg_attribute
            join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
            where nspname = ? and relname = ? and attnum = 1
            """)) {
      statement.setString(1, name[0]);
      statement.setString(2, name[1]);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}

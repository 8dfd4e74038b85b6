package io.moltrail.acceptance.canary;

import io.moltrail.eventstore.testing.TestCluster;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads every column of every table in every schema of every database of a cluster, catalogs, TOAST
 * tables and large objects included, and undoes what encodes a value. {@code template0} cannot be
 * entered; {@link FolderSearch} reads its files.
 */
public final class TableSearch {

  private static final int FETCH = 500;

  /** Catalogs say the same again and again: what was searched in vain is not searched again. */
  private static final int SHORT = 1_000;

  private static final int MOST_REMEMBERED = 500_000;
  private static final String DATABASES =
      "select datname from pg_database where datallowconn order by 1";
  private static final String TABLES =
      """
      select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'm', 't', 'S') order by 1
      """;

  private final Decoders decoders;
  private final Set<Sighting> sightings = new LinkedHashSet<>();
  private final Set<String> searched = new LinkedHashSet<>();
  private final Set<ByteBuffer> clean = new HashSet<>();
  private long rows;
  private long values;

  private TableSearch(Marks marks) {
    this.decoders = new Decoders(marks.needles());
  }

  /** Of a server that runs. */
  public static TableSearch of(TestCluster cluster, Marks marks) throws SQLException {
    TableSearch search = new TableSearch(marks);
    for (String name : names(cluster, "postgres", DATABASES)) {
      for (String table : names(cluster, name, TABLES)) {
        try (Connection connection = cluster.database(name).superuser().getConnection()) {
          search.read(connection, table, name + "." + table);
        }
      }
    }
    return search;
  }

  public Set<Sighting> sightings() {
    return sightings;
  }

  /** Their names, each with its database's in front. */
  public Set<String> tables() {
    return searched;
  }

  public long rows() {
    return rows;
  }

  public long values() {
    return values;
  }

  private static List<String> names(TestCluster cluster, String database, String query)
      throws SQLException {
    try (Connection connection = cluster.database(database).superuser().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      List<String> names = new ArrayList<>();
      while (row.next()) {
        names.add(row.getString(1));
      }
      return names;
    }
  }

  private void read(Connection connection, String table, String place) throws SQLException {
    connection.setAutoCommit(false); // else a whole table is fetched at once
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH);
      try (ResultSet row = statement.executeQuery("select * from " + table)) {
        searched.add(place);
        while (row.next()) {
          rows++;
          read(row, place);
        }
      }
    }
  }

  private void read(ResultSet row, String place) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      byte[] value = value(row, columns, column);
      values++;
      if (!clean.contains(ByteBuffer.wrap(value))) {
        search(value, place + "." + columns.getColumnName(column));
      }
    }
  }

  private void search(byte[] value, String where) {
    boolean any =
        decoders.search(value, (needle, wrapping) -> sightings.add(needle.seen(where + wrapping)));
    if (!any && value.length <= SHORT && clean.size() < MOST_REMEMBERED) {
      clean.add(ByteBuffer.wrap(value));
    }
  }

  private static byte[] value(ResultSet row, ResultSetMetaData columns, int column)
      throws SQLException {
    if (columns.getColumnTypeName(column).equals("bytea")) {
      byte[] bytes = row.getBytes(column);
      return bytes == null ? new byte[0] : bytes;
    }
    String text = row.getString(column);
    return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
  }
}

package io.moltrail.command.platform;

import io.moltrail.command.platform.Structures.Existing;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.project.ProjectId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of {@code claim} that tell which structure is whose; keys are in hex. */
final class ClaimRows {

  private final JdbcTemplate jdbc;

  ClaimRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Who holds these keys, by key. */
  Map<String, Existing> read(ProjectId project, Collection<String> keys) {
    Map<String, Existing> found = new HashMap<>();
    jdbc.query(
        """
        select encode(key, 'hex'), holder, number, archived from claim
        where kind = 'structure' and scope = ? and key = any (select decode(k, 'hex') from unnest(?) as k)
        """,
        row -> {
          found.put(
              row.getString(1),
              new Existing(
                  new MoleculeId(row.getObject(2, UUID.class)),
                  row.getString(3),
                  row.getBoolean(4)));
        },
        project.toString(),
        (Object) keys.toArray(String[]::new));
    return found;
  }

  /**
   * @return the keys that nobody held
   */
  List<String> insert(ProjectId project, Map<String, MoleculeAdded> byKey) {
    List<Map.Entry<String, MoleculeAdded>> sorted =
        byKey.entrySet().stream().sorted(Comparator.comparing(Map.Entry::getKey)).toList();
    return jdbc.query(
        """
        insert into claim (kind, scope, key, holder, number)
        select 'structure', ?, decode(c.key, 'hex'), c.holder, c.number
        from unnest(?, ?, ?) as c (key, holder, number) order by c.key
        on conflict (kind, scope, key) do nothing returning encode(key, 'hex')
        """,
        statement -> {
          statement.setString(1, project.toString());
          statement.setArray(
              2,
              array(
                  statement.getConnection(),
                  "text",
                  sorted.stream().map(Map.Entry::getKey).toArray()));
          statement.setArray(
              3,
              array(
                  statement.getConnection(),
                  "uuid",
                  sorted.stream().map(it -> it.getValue().moleculeId().value()).toArray()));
          statement.setArray(
              4,
              array(
                  statement.getConnection(),
                  "text",
                  sorted.stream().map(it -> it.getValue().number().value()).toArray()));
        },
        (row, n) -> row.getString(1));
  }

  private static Array array(Connection connection, String type, Object[] values)
      throws SQLException {
    return connection.createArrayOf(type, values);
  }

  /** The molecule lets go of its key and holds another. */
  void replace(MoleculeId molecule, String key) {
    jdbc.update(
        "update claim set key = decode(?, 'hex') where holder = ? and kind = 'structure'",
        key,
        molecule.value());
  }

  /**
   * The molecule lets go of its key in the one project and holds one in another, even if nobody can
   * tell any more what it held.
   */
  void move(MoleculeId molecule, ProjectId to, String key, MoleculeNumber number) {
    int moved =
        jdbc.update(
            """
            update claim set scope = ?, key = decode(?, 'hex'), number = ?
            where holder = ? and kind = 'structure'
            """,
            to.toString(),
            key,
            number.value(),
            molecule.value());
    if (moved == 0) {
      jdbc.update(
          """
          insert into claim (kind, scope, key, holder, number)
          values ('structure', ?, decode(?, 'hex'), ?, ?)
          """,
          to.toString(),
          key,
          molecule.value(),
          number.value());
    }
  }

  void release(MoleculeId molecule) {
    jdbc.update("delete from claim where holder = ? and kind = 'structure'", molecule.value());
  }

  void archived(MoleculeId molecule, boolean archived) {
    jdbc.update(
        "update claim set archived = ? where holder = ? and kind = 'structure'",
        archived,
        molecule.value());
  }
}

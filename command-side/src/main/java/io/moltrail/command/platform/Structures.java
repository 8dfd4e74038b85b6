package io.moltrail.command.platform;

import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.MoleculeArchived;
import io.moltrail.messages.molecule.MoleculeEvent;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeRenamed;
import io.moltrail.messages.molecule.MoleculeRestored;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.project.ProjectId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which structure belongs to which molecule of a project: at most one, for ever. Keys are
 * fingerprints of the identity under the project's data key.
 */
public final class Structures {

  private static final String LABEL = "structure-claim";

  private final JdbcClient jdbc;
  private final JdbcTemplate arrays;
  private final DataKeys keys;

  public Structures(JdbcTemplate jdbc, DataKeys keys) {
    this.jdbc = JdbcClient.create(jdbc);
    this.arrays = jdbc;
    this.keys = keys;
  }

  /** Where a molecule stands now. */
  public Optional<ProjectId> projectOf(MoleculeId molecule) {
    return jdbc.sql("select scope from claim where holder = ? and kind = 'structure'")
        .param(molecule.value())
        .query((row, n) -> new ProjectId(UUID.fromString(row.getString(1))))
        .optional();
  }

  /** Which of these structures the project holds already, by identity. */
  public Map<String, Existing> find(ProjectId project, Collection<StructureFacts> structures) {
    Map<String, String> identityByKey = new HashMap<>();
    structures.forEach(it -> identityByKey.put(hex(key(project, it.identity())), it.identity()));
    Map<String, Existing> found = new HashMap<>();
    read(project, identityByKey.keySet())
        .forEach((key, existing) -> found.put(identityByKey.get(key), existing));
    return found;
  }

  /**
   * Structures that were erased are claimed by nobody.
   *
   * @throws DuplicateStructures naming the molecules that are there already
   */
  void claim(List<MoleculeAdded> added) {
    Map<ProjectId, List<MoleculeAdded>> byProject =
        added.stream().collect(Collectors.groupingBy(MoleculeAdded::projectId));
    byProject.forEach(this::claim);
  }

  private void claim(ProjectId project, List<MoleculeAdded> added) {
    Map<String, MoleculeAdded> byKey = new HashMap<>();
    added.forEach(
        it ->
            it.structure()
                .kept()
                .ifPresent(kept -> putOnce(byKey, hex(key(project, kept.identity())), it)));
    Set<String> claimed = new HashSet<>(insert(project, byKey));
    if (claimed.size() < byKey.size()) {
      Map<MoleculeId, Existing> duplicates = new HashMap<>();
      read(project, byKey.keySet())
          .forEach(
              (key, existing) -> {
                if (!claimed.contains(key)) {
                  duplicates.put(byKey.get(key).moleculeId(), existing);
                }
              });
      throw new DuplicateStructures(duplicates);
    }
  }

  /** An archived molecule keeps its structure; whoever stands against it is told. */
  void record(MoleculeEvent event) {
    switch (event) {
      case MoleculeArchived it -> archived(it.moleculeId(), true);
      case MoleculeRestored it -> archived(it.moleculeId(), false);
      case MoleculeAdded it -> {
        // has claimed its structure
      }
      case MoleculeRenamed it -> {
        // a name claims nothing
      }
    }
  }

  private void archived(MoleculeId molecule, boolean archived) {
    jdbc.sql("update claim set archived = ? where holder = ? and kind = 'structure'")
        .params(archived, molecule.value())
        .update();
  }

  private static void putOnce(
      Map<String, MoleculeAdded> byKey, String key, MoleculeAdded molecule) {
    MoleculeAdded first = byKey.putIfAbsent(key, molecule);
    if (first != null) {
      Existing existing = new Existing(first.moleculeId(), first.number().value(), false);
      throw new DuplicateStructures(Map.of(molecule.moleculeId(), existing));
    }
  }

  private List<String> insert(ProjectId project, Map<String, MoleculeAdded> byKey) {
    List<Map.Entry<String, MoleculeAdded>> sorted =
        byKey.entrySet().stream().sorted(Comparator.comparing(Map.Entry::getKey)).toList();
    return arrays.query(
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

  private Map<String, Existing> read(ProjectId project, Collection<String> hexKeys) {
    Map<String, Existing> found = new HashMap<>();
    arrays.query(
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
        (Object) hexKeys.toArray(String[]::new));
    return found;
  }

  private byte[] key(ProjectId project, String identity) {
    return keys.fingerprint(project.subject(), LABEL, identity).orElseThrow(Refusal.Erased::new);
  }

  private static String hex(byte[] key) {
    return HexFormat.of().formatHex(key);
  }

  /** The molecule that holds a structure. */
  public record Existing(MoleculeId id, String number, boolean archived) {}

  /** Some of the structures that were to be added are there already. */
  public static final class DuplicateStructures extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Map<MoleculeId, Existing> duplicates;

    DuplicateStructures(Map<MoleculeId, Existing> duplicates) {
      super("duplicate structures", null, false, false);
      this.duplicates = Map.copyOf(duplicates);
    }

    /** The existing molecule for each new one that stood against it. */
    public Map<MoleculeId, Existing> duplicates() {
      return duplicates;
    }
  }
}

package io.moltrail.command.platform;

import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.AnnotationsRemoved;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.MoleculeAnnotated;
import io.moltrail.messages.molecule.MoleculeArchived;
import io.moltrail.messages.molecule.MoleculeEvent;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeMoved;
import io.moltrail.messages.molecule.MoleculeRenamed;
import io.moltrail.messages.molecule.MoleculeRestored;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.molecule.StructureRevised;
import io.moltrail.messages.project.ProjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which structure belongs to which molecule of a project: at any time to one at most. Keys are
 * fingerprints of the identity under the project's data key.
 */
public final class Structures {

  private static final String LABEL = "structure-claim";

  private final JdbcClient jdbc;
  private final ClaimRows rows;
  private final DataKeys keys;

  public Structures(JdbcTemplate jdbc, DataKeys keys) {
    this.jdbc = JdbcClient.create(jdbc);
    this.rows = new ClaimRows(jdbc);
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
    rows.read(project, identityByKey.keySet())
        .forEach((key, existing) -> found.put(identityByKey.get(key), existing));
    return found;
  }

  /**
   * Structures that were erased are claimed by nobody.
   *
   * @throws DuplicateStructures naming the molecules that are there already
   */
  void claim(List<MoleculeEvent> events) {
    List<MoleculeAdded> together = new ArrayList<>();
    for (MoleculeEvent event : events) {
      switch (event) {
        case MoleculeAdded it -> together.add(it);
        case StructureRevised it -> {
          claimAll(together);
          claim(it);
        }
        case MoleculeMoved it -> {
          claimAll(together);
          claim(it);
        }
        default -> {
          // claims nothing
        }
      }
    }
    claimAll(together);
  }

  private void claimAll(List<MoleculeAdded> added) {
    added.stream().collect(Collectors.groupingBy(MoleculeAdded::projectId)).forEach(this::claim);
    added.clear();
  }

  private void claim(ProjectId project, List<MoleculeAdded> added) {
    Map<String, MoleculeAdded> byKey = new HashMap<>();
    added.forEach(
        it ->
            it.structure()
                .kept()
                .ifPresent(kept -> putOnce(byKey, hex(key(project, kept.identity())), it)));
    Set<String> claimed = new HashSet<>(rows.insert(project, byKey));
    if (claimed.size() < byKey.size()) {
      throw duplicates(byKey, claimed, rows.read(project, byKey.keySet()));
    }
  }

  private static RuntimeException duplicates(
      Map<String, MoleculeAdded> byKey, Set<String> claimed, Map<String, Existing> holders) {
    Map<MoleculeId, Existing> duplicates = new HashMap<>();
    byKey.forEach(
        (key, molecule) -> {
          if (!claimed.contains(key) && holders.containsKey(key)) {
            duplicates.put(molecule.moleculeId(), holders.get(key));
          }
        });
    return claimed.size() + duplicates.size() < byKey.size()
        ? new ClaimedMeanwhileException()
        : new DuplicateStructures(duplicates);
  }

  private void claim(StructureRevised event) {
    MoleculeId molecule = event.moleculeId();
    replace(event, event.structure(), key -> rows.replace(molecule, key));
  }

  private void claim(MoleculeMoved event) {
    MoleculeId molecule = event.moleculeId();
    replace(event, event.structure(), key -> rows.move(molecule, event.to(), key, event.number()));
  }

  /** What was erased is held by nobody any more. */
  private void replace(
      MoleculeEvent event, Erasable<StructureFacts> structure, Consumer<String> write) {
    Optional<String> key =
        structure.kept().map(kept -> hex(key(event.projectId(), kept.identity())));
    if (key.isEmpty()) {
      rows.release(event.moleculeId());
      return;
    }
    free(event.projectId(), key.get(), event.moleculeId());
    try {
      write.accept(key.get());
    } catch (DuplicateKeyException e) {
      throw new ClaimedMeanwhileException(e);
    }
  }

  private void free(ProjectId project, String key, MoleculeId molecule) {
    Existing holder = rows.read(project, Set.of(key)).get(key);
    if (holder != null && !holder.id().equals(molecule)) {
      throw new DuplicateStructures(Map.of(molecule, holder));
    }
  }

  /** An archived molecule keeps its structure; whoever stands against it is told. */
  void record(MoleculeEvent event) {
    switch (event) {
      case MoleculeArchived it -> rows.archived(it.moleculeId(), true);
      case MoleculeRestored it -> rows.archived(it.moleculeId(), false);
      case MoleculeAdded it -> {
        // has claimed its structure
      }
      case StructureRevised it -> {
        // has claimed its new one
      }
      case MoleculeMoved it -> {
        // has claimed it where it is now
      }
      case MoleculeRenamed it -> {
        // a name claims nothing
      }
      case MoleculeAnnotated it -> {
        // nor does an annotation
      }
      case AnnotationsRemoved it -> {
        // nor its absence
      }
    }
  }

  private static void putOnce(
      Map<String, MoleculeAdded> byKey, String key, MoleculeAdded molecule) {
    MoleculeAdded first = byKey.putIfAbsent(key, molecule);
    if (first != null) {
      Existing existing = new Existing(first.moleculeId(), first.number().value(), false);
      throw new DuplicateStructures(Map.of(molecule.moleculeId(), existing));
    }
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

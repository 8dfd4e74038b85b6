package io.moltrail.query.molecules;

import io.moltrail.messages.molecule.Annotation;
import io.moltrail.messages.molecule.AnnotationsRemoved;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.MoleculeAnnotated;
import io.moltrail.messages.molecule.MoleculeArchived;
import io.moltrail.messages.molecule.MoleculeEvent;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeMoved;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.molecule.MoleculeRenamed;
import io.moltrail.messages.molecule.MoleculeRestored;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.molecule.StructureRevised;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.query.platform.projection.Evolution;
import io.moltrail.query.platform.projection.Recorded;
import io.moltrail.query.platform.projection.View;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A molecule as readers see it.
 *
 * @param name null when it has none, or it was erased
 * @param structure null once erased
 */
public record MoleculeView(
    MoleculeId id,
    ProjectId project,
    MoleculeNumber number,
    @Nullable String name,
    @Nullable StructureFacts structure,
    Map<String, Annotation> annotations,
    boolean archived,
    Instant createdAt,
    String createdBy,
    Instant updatedAt,
    String updatedBy,
    long version)
    implements View {

  public MoleculeView {
    annotations = Map.copyOf(annotations);
  }

  public static MoleculeView evolve(
      @Nullable MoleculeView before, MoleculeEvent event, Recorded recorded) {
    return switch (event) {
      case MoleculeAdded it -> added(it, recorded);
      case MoleculeRenamed it -> Evolution.existing(before).renamed(it, recorded);
      case StructureRevised it -> Evolution.existing(before).revised(it, recorded);
      case MoleculeAnnotated it -> Evolution.existing(before).annotated(it, recorded);
      case AnnotationsRemoved it -> Evolution.existing(before).without(it, recorded);
      case MoleculeMoved it -> Evolution.existing(before).moved(it, recorded);
      case MoleculeArchived it -> Evolution.existing(before).archived(true, recorded);
      case MoleculeRestored it -> Evolution.existing(before).archived(false, recorded);
    };
  }

  private static MoleculeView added(MoleculeAdded event, Recorded recorded) {
    return new MoleculeView(
        event.moleculeId(),
        event.projectId(),
        event.number(),
        text(event.name().kept()),
        event.structure().kept().orElse(null),
        event.annotations().kept().orElse(Map.of()),
        false,
        recorded.at(),
        recorded.actor(),
        recorded.at(),
        recorded.actor(),
        recorded.version());
  }

  private MoleculeView renamed(MoleculeRenamed event, Recorded recorded) {
    return changed(text(event.name().kept()), structure, annotations, archived, recorded);
  }

  private MoleculeView revised(StructureRevised event, Recorded recorded) {
    return changed(name, event.structure().kept().orElse(null), annotations, archived, recorded);
  }

  /** What was erased adds nothing; whoever erases it says anew what is left. */
  private MoleculeView annotated(MoleculeAnnotated event, Recorded recorded) {
    Map<String, Annotation> all = new HashMap<>(annotations);
    event.annotations().kept().ifPresent(all::putAll);
    return changed(name, structure, all, archived, recorded);
  }

  private MoleculeView without(AnnotationsRemoved event, Recorded recorded) {
    Map<String, Annotation> left = new HashMap<>(annotations);
    event.keys().kept().ifPresent(left.keySet()::removeAll);
    return changed(name, structure, left, archived, recorded);
  }

  /** All that is confidential is as the event says it again. */
  private MoleculeView moved(MoleculeMoved event, Recorded recorded) {
    return new MoleculeView(
        id,
        event.to(),
        event.number(),
        text(event.name().kept()),
        event.structure().kept().orElse(null),
        event.annotations().kept().orElse(Map.of()),
        archived,
        createdAt,
        createdBy,
        recorded.at(),
        recorded.actor(),
        recorded.version());
  }

  private MoleculeView archived(boolean now, Recorded recorded) {
    return changed(name, structure, annotations, now, recorded);
  }

  private MoleculeView changed(
      @Nullable String newName,
      @Nullable StructureFacts newStructure,
      Map<String, Annotation> newAnnotations,
      boolean nowArchived,
      Recorded recorded) {
    return new MoleculeView(
        id,
        project,
        number,
        newName,
        newStructure,
        newAnnotations,
        nowArchived,
        createdAt,
        createdBy,
        recorded.at(),
        recorded.actor(),
        recorded.version());
  }

  private static @Nullable String text(Optional<Optional<MoleculeName>> name) {
    return name.flatMap(it -> it).map(MoleculeName::value).orElse(null);
  }
}

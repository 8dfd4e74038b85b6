package io.moltrail.command.molecule;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.Annotation;
import io.moltrail.messages.molecule.AnnotationsRemoved;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.MoleculeAnnotated;
import io.moltrail.messages.molecule.MoleculeArchived;
import io.moltrail.messages.molecule.MoleculeEvent;
import io.moltrail.messages.molecule.MoleculeMoved;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.MoleculeRenamed;
import io.moltrail.messages.molecule.MoleculeRestored;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.molecule.StructureRevised;
import java.util.Map;
import java.util.Optional;

/**
 * What is confidential about a molecule, as its events tell it: kept only in memory, and only as
 * long as the key exists.
 */
record Contents(
    Erasable<StructureFacts> structure,
    Erasable<Optional<MoleculeName>> name,
    Erasable<Map<String, Annotation>> annotations) {

  static Contents of(MoleculeAdded event) {
    return new Contents(event.structure(), event.name(), event.annotations());
  }

  Contents after(MoleculeEvent event) {
    return switch (event) {
      case MoleculeAdded it -> of(it);
      case MoleculeRenamed it -> new Contents(structure, it.name(), annotations);
      case StructureRevised it -> new Contents(it.structure(), name, annotations);
      case MoleculeAnnotated it ->
          it.annotations().kept().map(added -> remarked(remarks().with(added))).orElse(this);
      case AnnotationsRemoved it ->
          it.keys().kept().map(removed -> remarked(remarks().without(removed))).orElse(this);
      case MoleculeArchived it -> this;
      case MoleculeRestored it -> this;
      case MoleculeMoved it -> new Contents(it.structure(), it.name(), it.annotations());
    };
  }

  /** False, too, when nobody can tell any more. */
  boolean isCalled(Optional<MoleculeName> other) {
    return name.kept().filter(other::equals).isPresent();
  }

  /** As far as they can be read. */
  Annotations remarks() {
    return new Annotations(annotations.kept().orElse(Map.of()));
  }

  private Contents remarked(Annotations now) {
    return new Contents(structure, name, Erasable.of(now.byKey()));
  }

  /**
   * Whether this very text stands for this very structure already; another text for it is a new
   * spelling.
   *
   * @throws Refusal.Erased when nobody can tell any more
   */
  boolean show(StructureFacts other) {
    StructureFacts own = kept(structure);
    return own.identity().equals(other.identity()) && own.submitted().equals(other.submitted());
  }

  /**
   * @throws Refusal.Erased when it was erased
   */
  static <T> T kept(Erasable<T> value) {
    return value.kept().orElseThrow(Refusal.Erased::new);
  }
}

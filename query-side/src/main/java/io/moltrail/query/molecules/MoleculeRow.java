package io.moltrail.query.molecules;

import io.moltrail.eventstore.json.MessageJson;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.molecule.StructureFacts;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A row of {@code molecules} to be written; its components are the table's columns. */
record MoleculeRow(
    UUID id,
    UUID projectId,
    String number,
    long ordinal,
    @Nullable String name,
    String nameKey,
    @Nullable String smiles,
    @Nullable String submitted,
    @Nullable String inchi,
    @Nullable String inchiKey,
    @Nullable String parentInchiKey,
    @Nullable String formula,
    @Nullable Double averageMass,
    @Nullable Double monoisotopicMass,
    @Nullable Double logP,
    @Nullable JsonNode descriptors,
    @Nullable JsonNode components,
    @Nullable String identity,
    @Nullable String ruleVersion,
    @Nullable String toolkit,
    JsonNode annotations,
    boolean archived,
    Instant createdAt,
    String createdBy,
    Instant updatedAt,
    String updatedBy,
    long version) {

  static MoleculeRow of(MoleculeView it) {
    Optional<StructureFacts> structure = Optional.ofNullable(it.structure());
    return new MoleculeRow(
        it.id().value(),
        it.project().value(),
        it.number().value(),
        ordinal(it.number()),
        it.name(),
        nameKey(it.name()),
        of(structure, StructureFacts::smiles),
        of(structure, StructureFacts::submitted),
        of(structure, StructureFacts::inchi),
        of(structure, StructureFacts::inchiKey),
        structure.flatMap(StructureFacts::parentInchiKey).orElse(null),
        of(structure, StructureFacts::formula),
        of(structure, StructureFacts::averageMass),
        of(structure, StructureFacts::monoisotopicMass),
        of(structure, facts -> facts.descriptors().logP()),
        of(structure, facts -> json(facts.descriptors())),
        of(structure, facts -> json(facts.components())),
        of(structure, StructureFacts::identity),
        of(structure, StructureFacts::ruleVersion),
        of(structure, StructureFacts::toolkit),
        json(it.annotations()),
        it.archived(),
        it.createdAt(),
        it.createdBy(),
        it.updatedAt(),
        it.updatedBy(),
        it.version());
  }

  private static <T> @Nullable T of(
      Optional<StructureFacts> structure, Function<StructureFacts, T> field) {
    return structure.map(field).orElse(null);
  }

  private static JsonNode json(Object value) {
    return MessageJson.mapper().valueToTree(value);
  }

  private static long ordinal(MoleculeNumber number) {
    return Long.parseLong(number.value().substring(number.value().lastIndexOf('-') + 1));
  }

  /** Names in the order of their letters whatever their case, then molecules without a name. */
  static String nameKey(@Nullable String name) {
    return name == null ? "1" : "0" + name.toLowerCase(Locale.ROOT);
  }
}

package io.moltrail.web.resources;

import io.moltrail.messages.molecule.Annotation;
import io.moltrail.messages.molecule.StructureFacts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A molecule, as API §3 lists its fields. What has been erased reads as null. */
@Schema(name = "Molecule")
public record MoleculeResource(
    @Schema(example = "0196f7a2-3c5e-7c41-9d0a-5b8f2e1c7a90") String id,
    String projectId,
    @Schema(example = "KIN-000042") String number,
    @Schema(example = "Aspirin") @Nullable String name,
    @Schema(description = "canonical SMILES", example = "CC(=O)Oc1ccccc1C(=O)O")
        @Nullable String smiles,
    @Schema(description = "as it was sent", example = "OC(=O)c1ccccc1OC(C)=O")
        @Nullable String submitted,
    @Nullable String inchi,
    @Schema(example = "BSYNRYMUTXBXSQ-UHFFFAOYSA-N") @Nullable String inchiKey,
    @Schema(description = "without salts and solvents, where known")
        @Nullable String parentInchiKey,
    @Schema(example = "C9H8O4") @Nullable String formula,
    @Schema(description = "unified atomic mass units", example = "180.1574")
        @Nullable Double averageMass,
    @Schema(description = "unified atomic mass units", example = "180.042259")
        @Nullable Double monoisotopicMass,
    StructureFacts.@Nullable Descriptors descriptors,
    List<StructureFacts.Component> components,
    @Schema(description = "string, number or boolean each") Map<String, Object> annotations,
    boolean archived,
    Instant createdAt,
    @Schema(description = "a user's id") String createdBy,
    Instant updatedAt,
    @Schema(description = "a user's id") String updatedBy,
    @Schema(example = "1") long version) {

  /** Annotations as JSON has them, in the order of their keys. */
  public static Map<String, Object> plain(Map<String, Annotation> annotations) {
    Map<String, Object> plain = new LinkedHashMap<>();
    annotations.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> plain.put(entry.getKey(), plain(entry.getValue())));
    return plain;
  }

  private static Object plain(Annotation annotation) {
    return switch (annotation) {
      case Annotation.Text(String value) -> value;
      case Annotation.Quantity(var value) -> value;
      case Annotation.Flag(boolean value) -> value;
    };
  }
}

package io.moltrail.query.molecules;

import io.moltrail.eventstore.json.MessageJson;
import io.moltrail.messages.molecule.Annotation;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.molecule.StructureFacts.Component;
import io.moltrail.messages.molecule.StructureFacts.Descriptors;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.query.platform.projection.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Rows of {@code molecules}, read. */
final class MoleculeRows {

  private static final TypeReference<List<Component>> COMPONENTS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Annotation>> ANNOTATIONS =
      new TypeReference<>() {};

  private MoleculeRows() {}

  /** A row mapper. */
  static MoleculeView view(ResultSet row, int number) throws SQLException {
    return new MoleculeView(
        new MoleculeId(row.getObject("id", UUID.class)),
        new ProjectId(row.getObject("project_id", UUID.class)),
        new MoleculeNumber(row.getString("number")),
        row.getString("name"),
        structure(row),
        MessageJson.mapper().readValue(row.getString("annotations"), ANNOTATIONS),
        row.getBoolean("archived"),
        Rows.instant(row, "created_at"),
        row.getString("created_by"),
        Rows.instant(row, "updated_at"),
        row.getString("updated_by"),
        row.getLong("version"));
  }

  private static @Nullable StructureFacts structure(ResultSet row) throws SQLException {
    String smiles = row.getString("smiles");
    return smiles == null
        ? null
        : new StructureFacts(
            row.getString("submitted"),
            smiles,
            row.getString("inchi"),
            row.getString("inchi_key"),
            Optional.ofNullable(row.getString("parent_inchi_key")),
            row.getString("formula"),
            row.getDouble("average_mass"),
            row.getDouble("monoisotopic_mass"),
            MessageJson.mapper().readValue(row.getString("descriptors"), Descriptors.class),
            MessageJson.mapper().readValue(row.getString("components"), COMPONENTS),
            row.getString("identity"),
            row.getString("rule_version"),
            row.getString("toolkit"));
  }
}

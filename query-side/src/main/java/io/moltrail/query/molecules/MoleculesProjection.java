package io.moltrail.query.molecules;

import io.moltrail.messages.molecule.MoleculeEvent;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.projection.Fact;
import io.moltrail.query.platform.projection.Moved;
import io.moltrail.query.platform.projection.Projection;
import io.moltrail.query.platform.projection.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Molecules, and how many a project has: what a batch changes about that is told by where its
 * molecules stood before and stand after it.
 */
final class MoleculesProjection implements Projection {

  private static final String UPSERT =
      """
      insert into molecules select * from json_populate_recordset(null::molecules, cast(? as json))
      on conflict (id) do update set
        project_id = excluded.project_id, number = excluded.number, ordinal = excluded.ordinal,
        name = excluded.name, name_key = excluded.name_key,
        smiles = excluded.smiles, submitted = excluded.submitted,
        inchi = excluded.inchi, inchi_key = excluded.inchi_key, parent_inchi_key = excluded.parent_inchi_key,
        formula = excluded.formula, average_mass = excluded.average_mass,
        monoisotopic_mass = excluded.monoisotopic_mass, log_p = excluded.log_p,
        descriptors = excluded.descriptors, components = excluded.components,
        identity = excluded.identity, rule_version = excluded.rule_version, toolkit = excluded.toolkit,
        annotations = excluded.annotations, archived = excluded.archived,
        updated_at = excluded.updated_at, updated_by = excluded.updated_by, version = excluded.version
      where molecules.version < excluded.version
      """;

  @Override
  public void apply(List<Fact> facts, ReadSchema schema) {
    Moved<MoleculeView> molecules =
        Moved.by(facts, MoleculeEvent.class, ids -> load(schema, ids), MoleculeView::evolve);
    if (!molecules.after().isEmpty()) {
      write(schema, molecules.after().values());
      count(schema, molecules);
    }
  }

  private static List<Map.Entry<UUID, MoleculeView>> load(ReadSchema schema, Set<UUID> ids) {
    return schema
        .jdbc()
        .sql("select * from molecules where id = any (cast(? as uuid[]))")
        .param(Rows.ids(ids))
        .query(MoleculeRows::view)
        .list()
        .stream()
        .map(view -> Map.entry(view.id().value(), view))
        .toList();
  }

  private static void write(ReadSchema schema, Collection<MoleculeView> molecules) {
    schema
        .jdbc()
        .sql(UPSERT)
        .param(Rows.json(molecules.stream().map(MoleculeRow::of).toList()))
        .update();
  }

  /** One more where a molecule is now, one less where it was before the batch. */
  private static void count(ReadSchema schema, Moved<MoleculeView> molecules) {
    Map<UUID, Long> more = new TreeMap<>();
    molecules
        .after()
        .forEach(
            (id, now) -> {
              more.merge(now.project().value(), 1L, Long::sum);
              MoleculeView stored = molecules.before().get(id);
              if (stored != null) {
                more.merge(stored.project().value(), -1L, Long::sum);
              }
            });
    more.values().removeIf(it -> it == 0);
    more.forEach(
        (project, difference) ->
            schema
                .jdbc()
                .sql("update projects set molecule_count = molecule_count + ? where id = ?")
                .params(difference, project)
                .update());
  }
}

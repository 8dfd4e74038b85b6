package io.moltrail.query.molecules;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.UserId;
import io.moltrail.query.platform.database.ReadSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Molecules, as far as they stand in a project of the caller's. */
public final class Molecules {

  private static final int MOST_FOUND = 1_000;

  Molecules() {}

  /**
   * @throws Refusal.NotFound for strangers as for everybody when there is no such molecule
   */
  public MoleculeView require(ReadSchema schema, UserId caller, MoleculeId molecule) {
    return schema
        .jdbc()
        .sql(
            """
            select m.* from molecules m
            join members me on me.project_id = m.project_id and me.user_id = ?
            where m.id = ?
            """)
        .params(caller.value(), molecule.value())
        .query(MoleculeRows::view)
        .optional()
        .orElseThrow(Refusal.NotFound::new);
  }

  List<MoleculeView> page(ReadSchema schema, ProjectId project, MoleculeListing listing, int rows) {
    List<Object> parameters = filter(project, listing);
    StringBuilder sql = new StringBuilder("select * from molecules").append(where(listing));
    listing
        .after()
        .ifPresent(
            after -> {
              sql.append(" and ").append(listing.sort().after());
              parameters.addAll(List.of(after.key(), after.id()));
            });
    sql.append(' ').append(listing.sort().order()).append(" limit ?");
    parameters.add(rows);
    return schema.jdbc().sql(sql.toString()).params(parameters).query(MoleculeRows::view).list();
  }

  long count(ReadSchema schema, ProjectId project, MoleculeListing listing) {
    return schema
        .jdbc()
        .sql("select count(*) from molecules" + where(listing))
        .params(filter(project, listing))
        .query(Long.class)
        .single();
  }

  private static String where(MoleculeListing listing) {
    String all = " where project_id = ? and archived = ?";
    return listing.q().isEmpty()
        ? all
        : all
            + " and (strpos(substr(name_key, 2), ?) > 0 or strpos(number, ?) > 0 or inchi_key = ?)";
  }

  private static List<Object> filter(ProjectId project, MoleculeListing listing) {
    List<Object> parameters = new ArrayList<>(List.of(project.value(), listing.archived()));
    listing
        .q()
        .ifPresent(
            q ->
                parameters.addAll(
                    List.of(q.toLowerCase(Locale.ROOT), q.toUpperCase(Locale.ROOT), q)));
    return parameters;
  }

  /** The molecule with this key in each of the caller's projects; the spelling itself first. */
  List<MoleculeView> withKey(ReadSchema schema, UserId caller, String inchiKey, String smiles) {
    return schema
        .jdbc()
        .sql(
            """
            select m.* from molecules m
            join members me on me.project_id = m.project_id and me.user_id = ?
            where m.inchi_key = ?
            order by m.smiles = ? desc, m.project_id, m.ordinal, m.id limit ?
            """)
        .params(caller.value(), inchiKey, smiles, MOST_FOUND)
        .query(MoleculeRows::view)
        .list();
  }
}

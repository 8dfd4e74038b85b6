package io.moltrail.query.molecules;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.lists.Listed;
import io.moltrail.query.projects.Memberships;
import io.moltrail.web.security.Caller;
import java.util.List;

/** Molecules, as far as they stand in a project of the caller's. */
public final class Molecules {

  private static final int MOST_FOUND = 1_000;
  private static final String VISIBLE =
      "select m.* from molecules m join %s on me.project_id = m.project_id where "
          .formatted(Memberships.MINE);
  private static final String WITH_KEY =
      VISIBLE
          + """
          m.inchi_key = ?
          order by m.smiles = ? desc, m.project_id, m.ordinal, m.id limit ?
          """;

  Molecules() {}

  /**
   * @throws Refusal.NotFound for strangers as for everybody when there is no such molecule
   */
  public MoleculeView require(ReadSchema schema, Caller caller, MoleculeId molecule) {
    return schema
        .jdbc()
        .sql(VISIBLE + "m.id = ?")
        .params(Memberships.parameters(caller, molecule.value()))
        .query(MoleculeRows::view)
        .optional()
        .orElseThrow(Refusal.NotFound::new);
  }

  List<Listed<MoleculeView>> page(
      ReadSchema schema, ProjectId project, MoleculeListing listing, int rows) {
    List<Object> parameters = listing.parameters(project);
    StringBuilder sql =
        new StringBuilder("select *, " + listing.order().key() + " from molecules")
            .append(listing.where());
    listing
        .after()
        .ifPresent(
            after -> {
              sql.append(" and ").append(listing.order().after());
              parameters.addAll(List.of(after.key(), after.id()));
            });
    sql.append(' ').append(listing.order().by()).append(" limit ?");
    parameters.add(rows);
    return schema
        .jdbc()
        .sql(sql.toString())
        .params(parameters)
        .query(Listed.rows(MoleculeRows::view))
        .list();
  }

  long count(ReadSchema schema, ProjectId project, MoleculeListing listing) {
    return schema
        .jdbc()
        .sql("select count(*) from molecules" + listing.where())
        .params(listing.parameters(project))
        .query(Long.class)
        .single();
  }

  /** The molecule with this key in each of the caller's projects; the spelling itself first. */
  List<MoleculeView> withKey(ReadSchema schema, Caller caller, String inchiKey, String smiles) {
    return schema
        .jdbc()
        .sql(WITH_KEY)
        .params(Memberships.parameters(caller, inchiKey, smiles, MOST_FOUND))
        .query(MoleculeRows::view)
        .list();
  }
}

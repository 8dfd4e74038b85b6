package io.moltrail.query.testing;

import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.UserId;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Ada's project with Grace as a viewer and one molecule, which Grace has renamed; and somebody who
 * is not in it.
 */
public final class KinaseProject {

  public static final QueryServer SERVER = QueryServer.shared();
  public static final UserId ADA = SERVER.user("Ada");
  public static final UserId GRACE = SERVER.user("Grace");
  public static final UserId STRANGER = SERVER.user("Stranger");
  public static final ProjectId PROJECT = new ProjectId(Given.uuid());
  public static final MoleculeId ETHANOL = new MoleculeId(Given.uuid());

  private static final String NEWEST = written();

  private KinaseProject() {}

  private static String written() {
    SERVER.write(Given.created(PROJECT, ADA), new MemberAdded(PROJECT, GRACE, MemberRole.VIEWER));
    SERVER.log().append(ADA.toString(), Given.added(ETHANOL, PROJECT, 42, "Spirit"));
    return SERVER.token(
        SERVER
            .log()
            .append(
                Map.of(
                    MetadataKeys.ACTOR, GRACE.toString(),
                    MetadataKeys.REQUEST_ID, "request-7",
                    MetadataKeys.REASON, "it has a better name"),
                Given.renamed(ETHANOL, PROJECT, "Ethanol")));
  }

  /** Once all of it can be read. */
  public static HttpResponse<String> get(UserId user, String path, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("X-Consistency-Token", NEWEST, "Prefer", "wait=10"));
    return SERVER.get(user, path, all.toArray(String[]::new));
  }
}

package io.moltrail.standalone.database;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a database differs from what is written down about it. */
public final class GrantFindings {

  private GrantFindings() {}

  /** One sentence for each right, owner or object that is not as written; of any role's session. */
  public static List<String> in(JdbcClient jdbc) {
    List<String> findings =
        new ArrayList<>(WrittenRights.read().differencesTo(CatalogueRights.read(jdbc)));
    findings.addAll(CatalogueRights.stray(jdbc));
    findings.addAll(CatalogueRights.foreign(jdbc));
    return findings;
  }
}

package io.moltrail.query.platform.projection;

import io.moltrail.query.platform.database.ReadSchema;
import java.util.List;

/**
 * All read models of a schema. Rights first: a view that fails later must never hold back that
 * somebody lost a right (DESIGN §3, trap 2).
 */
public record Projections(List<Projection> rights, List<Projection> views) {

  public Projections {
    rights = List.copyOf(rights);
    views = List.copyOf(views);
  }

  void apply(List<Fact> facts, ReadSchema schema) {
    rights.forEach(it -> it.apply(facts, schema));
    views.forEach(it -> it.apply(facts, schema));
  }
}

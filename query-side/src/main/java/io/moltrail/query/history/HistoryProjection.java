package io.moltrail.query.history;

import io.moltrail.messages.LogPlace;
import io.moltrail.messages.molecule.MoleculeEvent;
import io.moltrail.messages.project.ProjectEvent;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.projection.Fact;
import io.moltrail.query.platform.projection.Projection;
import io.moltrail.query.platform.projection.Rows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which events happened to a project and in it. Only where they are: what they were stands in the
 * log.
 */
final class HistoryProjection implements Projection {

  @Override
  public void apply(List<Fact> facts, ReadSchema schema) {
    List<Row> rows = facts.stream().flatMap(it -> row(it).stream()).toList();
    if (rows.isEmpty()) {
      return;
    }
    schema
        .jdbc()
        .sql(
            """
            insert into history select * from json_populate_recordset(null::history, cast(? as json))
            on conflict do nothing
            """)
        .param(Rows.json(rows))
        .update();
  }

  private static Optional<Row> row(Fact fact) {
    return project(fact).map(it -> Row.of(it, fact));
  }

  private static Optional<ProjectId> project(Fact fact) {
    return switch (fact.event()) {
      case ProjectEvent it -> Optional.of(it.projectId());
      case MoleculeEvent it -> Optional.of(it.projectId());
      default -> Optional.empty();
    };
  }

  private record Row(
      UUID projectId,
      int logEpoch,
      long transactionId,
      long globalIndex,
      String eventId,
      String aggregateId,
      long sequenceNumber) {

    static Row of(ProjectId project, Fact fact) {
      LogPlace place = fact.place();
      return new Row(
          project.value(),
          place.epoch(),
          place.transactionId(),
          place.globalIndex(),
          fact.eventId(),
          fact.aggregateId().toString(),
          fact.recorded().version() - 1);
    }
  }
}

package io.moltrail.query.history;

import io.moltrail.messages.LogPlace;
import io.moltrail.messages.molecule.MoleculeEvent;
import io.moltrail.messages.molecule.MoleculeMoved;
import io.moltrail.messages.project.ProjectEvent;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.projection.Fact;
import io.moltrail.query.platform.projection.Projection;
import io.moltrail.query.platform.projection.Rows;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which events happened to a project and in it. Only where they are: what they were stands in the
 * log.
 */
final class HistoryProjection implements Projection {

  @Override
  public void apply(List<Fact> facts, ReadSchema schema) {
    List<Row> rows = facts.stream().flatMap(HistoryProjection::rows).toList();
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

  private static Stream<Row> rows(Fact fact) {
    return projects(fact).map(it -> Row.of(it, fact));
  }

  private static Stream<ProjectId> projects(Fact fact) {
    return switch (fact.event()) {
      case ProjectEvent it -> Stream.of(it.projectId());
      case MoleculeMoved it -> Stream.of(it.from(), it.to());
      case MoleculeEvent it -> Stream.of(it.projectId());
      default -> Stream.empty();
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

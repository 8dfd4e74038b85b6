package io.moltrail.query.history;

import io.moltrail.eventstore.log.EventLog;
import io.moltrail.eventstore.log.PostgresEventStorageEngine;
import io.moltrail.eventstore.log.StoredEvent;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.query.molecules.MoleculeView;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.projection.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.Message;

/**
 * Tells histories from the log, oldest first, by folding each aggregate's own events: once for a
 * page, and no further than to the last that the page tells.
 */
final class Histories {

  private final EventLog log;
  private final PostgresEventStorageEngine engine;

  Histories(EventLog log, PostgresEventStorageEngine engine) {
    this.log = log;
    this.engine = engine;
  }

  /**
   * Up to which of its events a molecule's history is told: no further than the answer's other
   * half, the read tables, have come. They know of the events that are parked, too.
   */
  long told(ReadSchema schema, MoleculeView molecule) {
    long parked =
        schema
            .jdbc()
            .sql(
                "select coalesce(max(sequence_number) + 1, 0) from parked_event where aggregate_id"
                    + " = ?")
            .param(molecule.id().value())
            .query(Long.class)
            .single();
    return Math.max(molecule.version(), parked);
  }

  /**
   * @param version up to which it is told
   */
  List<Change> ofMolecule(MoleculeId molecule, long after, long version, int rows) {
    int last = Math.toIntExact(Math.min(version, after + rows));
    return tell(log.readAggregate(molecule.toString(), 0, last)).stream()
        .filter(it -> it.version() > after)
        .toList();
  }

  List<Pointer> pointers(ReadSchema schema, ProjectId project, Pointer.Key after, int rows) {
    return schema
        .jdbc()
        .sql(
            """
            select log_epoch, transaction_id, global_index, event_id, aggregate_id from told_event
            where project_id = ? and (log_epoch, transaction_id, global_index) > (?, ?, ?)
            order by log_epoch, transaction_id, global_index limit ?
            """)
        .params(project.value(), after.epoch(), after.transactionId(), after.globalIndex(), rows)
        .query(
            (row, n) ->
                new Pointer(
                    new Pointer.Key(row.getInt(1), row.getLong(2), row.getLong(3)),
                    row.getString(4),
                    row.getString(5)))
        .list();
  }

  long count(ReadSchema schema, ProjectId project) {
    return schema
        .jdbc()
        .sql("select count(*) from told_event where project_id = ?")
        .param(project.value())
        .query(Long.class)
        .single();
  }

  /** What the events were, by event id. */
  Map<String, Change> changes(Collection<Pointer> pointers) {
    return tell(log.readUpTo(pointers.stream().map(Pointer::eventId).toList())).stream()
        .collect(Collectors.toMap(it -> it.stored().eventId(), Function.identity()));
  }

  private List<Change> tell(List<StoredEvent> rows) {
    Map<String, DomainEventMessage<?>> messages =
        engine.messages(rows).stream()
            .collect(Collectors.toMap(Message::getIdentifier, Function.identity()));
    Map<String, SubjectHistory> subjects = new HashMap<>();
    List<Change> changes = new ArrayList<>(rows.size());
    for (StoredEvent row : rows) {
      SubjectHistory subject =
          subjects.computeIfAbsent(row.aggregateId(), id -> new SubjectHistory());
      DomainEventMessage<?> message = messages.get(row.eventId());
      changes.add(new Change(row, message.getMetaData(), subject.next(Fact.of(message))));
    }
    return changes;
  }
}

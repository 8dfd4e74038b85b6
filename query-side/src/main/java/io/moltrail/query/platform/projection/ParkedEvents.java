package io.moltrail.query.platform.projection;

import io.moltrail.messages.LogPlace;
import io.moltrail.query.platform.database.ReadSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The table of parked events: where they are, never what they say. */
record ParkedEvents(ReadSchema schema) {

  /** Why an event is parked. */
  enum Cause {
    /** This version does not know its type or its revision. */
    UNKNOWN,
    /** An event of the same molecule before it is parked. */
    FOLLOWS
  }

  /**
   * Until the transaction ends nobody else parks or releases: an event must not be parked behind
   * one that is being released, where nothing would ever look for it.
   */
  void lock() {
    schema.jdbc().sql("lock table parked_event in share row exclusive mode").update();
  }

  /** The first parked event of each of these molecules that has any. */
  Map<UUID, Long> since(Collection<UUID> molecules) {
    Map<UUID, Long> since = new HashMap<>();
    schema
        .jdbc()
        .sql(
            """
            select aggregate_id, min(sequence_number) from parked_event
            where aggregate_id = any (cast(? as uuid[])) group by aggregate_id
            """)
        .param(Rows.ids(molecules))
        .query(
            row -> {
              since.put(row.getObject(1, UUID.class), row.getLong(2));
            });
    return since;
  }

  /** A molecule's parked events: without gaps, for whatever follows one is parked with it. */
  Optional<Span> span(UUID molecule) {
    return schema
        .jdbc()
        .sql(
            """
            select min(sequence_number), count(*) from parked_event where aggregate_id = ?
            having count(*) > 0
            """)
        .param(molecule)
        .query((row, n) -> new Span(row.getLong(1), row.getInt(2)))
        .optional();
  }

  /** One that is there already stays as it is. */
  void add(List<Row> events) {
    schema
        .jdbc()
        .sql(
            """
            insert into parked_event (log_epoch, transaction_id, global_index, event_id, aggregate_id,
              sequence_number, type, revision, cause)
            select log_epoch, transaction_id, global_index, event_id, aggregate_id,
              sequence_number, type, revision, cause
            from json_populate_recordset(null::parked_event, cast(? as json))
            on conflict do nothing
            """)
        .param(Rows.json(events))
        .update();
  }

  /** What comes first from now on is, to whoever removes what is before it, not known. */
  void remove(UUID molecule, long upTo) {
    schema
        .jdbc()
        .sql("delete from parked_event where aggregate_id = ? and sequence_number <= ?")
        .params(molecule, upTo)
        .update();
    schema
        .jdbc()
        .sql(
            """
            update parked_event set cause = 'UNKNOWN' where aggregate_id = ? and sequence_number = ?
            """)
        .params(molecule, upTo + 1)
        .update();
  }

  List<Kind> kinds() {
    return schema
        .jdbc()
        .sql(
            """
            select type, revision, cause, count(*) from parked_event group by type, revision, cause
            """)
        .query(
            (row, n) ->
                new Kind(
                    row.getString(1),
                    row.getString(2),
                    Cause.valueOf(row.getString(3)),
                    row.getLong(4)))
        .list();
  }

  /** Some of the molecules whose first parked event is of one of these kinds. */
  List<UUID> beginningWith(List<Kind> kinds, Collection<UUID> except, int atMost) {
    return schema
        .jdbc()
        .sql(
            """
            select aggregate_id from (
              select distinct on (aggregate_id) aggregate_id, type, revision from parked_event
              where not aggregate_id = any (cast(? as uuid[]))
              order by aggregate_id, sequence_number) first
            where type || ' ' || revision = any (cast(? as text[])) limit ?
            """)
        .params(
            Rows.ids(except),
            kinds.stream().map(it -> it.type() + " " + it.revision()).toArray(String[]::new),
            atMost)
        .query(UUID.class)
        .list();
  }

  /** Some events of one molecule, one after the other. */
  record Span(long first, int events) {}

  /** How many events of a kind are parked, and why. */
  record Kind(String type, String revision, Cause cause, long events) {}

  /** Its components are the table's columns. */
  record Row(
      int logEpoch,
      long transactionId,
      long globalIndex,
      String eventId,
      UUID aggregateId,
      long sequenceNumber,
      String type,
      String revision,
      Cause cause) {

    static Row of(Arrival arrival) {
      LogPlace place = arrival.place();
      return new Row(
          place.epoch(),
          place.transactionId(),
          place.globalIndex(),
          arrival.eventId(),
          arrival.aggregateId(),
          arrival.sequenceNumber(),
          arrival.type().getName(),
          arrival.type().getRevision(),
          arrival.fact().isPresent() ? Cause.FOLLOWS : Cause.UNKNOWN);
    }
  }
}

package io.moltrail.eventstore.log;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;

/**
 * Appends events in one statement, in the given order, inside the caller's transaction, and checks
 * that none stands before its own predecessor.
 */
final class EventAppender {

  private static final String APPEND =
      """
      with appended as (
        insert into log.event (log_epoch, event_id, aggregate_type, aggregate_id, sequence_number, type, revision,
          timestamp, payload, metadata)
        select (select epoch from log.log_state), e.event_id, e.aggregate_type, e.aggregate_id, e.sequence_number,
          e.type, e.revision, e.timestamp, e.payload, e.metadata
        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality
          as e (event_id, aggregate_type, aggregate_id, sequence_number, type, revision, timestamp, payload, metadata,
            ord)
        order by e.ord
        returning log_epoch, transaction_id, global_index, aggregate_id, sequence_number, timestamp)
      select a.log_epoch, a.transaction_id::text::bigint as transaction_id, a.global_index, a.aggregate_id,
        a.sequence_number, a.timestamp,
        exists (select 1 from log.event p
          where p.aggregate_id = a.aggregate_id and p.sequence_number = a.sequence_number - 1
            and (p.log_epoch, p.transaction_id) > (a.log_epoch, a.transaction_id)) as overtaken
      from appended a order by a.global_index
      """;

  private final JdbcTemplate jdbc;

  EventAppender(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<AppendedEvent> append(List<SealedEvent> events) {
    return jdbc.execute(
        APPEND,
        (PreparedStatementCallback<List<AppendedEvent>>)
            statement -> {
              bind(statement, events);
              List<AppendedEvent> appended = new ArrayList<>(events.size());
              try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                  appended.add(appended(rows));
                }
              }
              return appended;
            });
  }

  private static void bind(PreparedStatement statement, List<SealedEvent> events)
      throws SQLException {
    int n = 0;
    statement.setArray(++n, texts(statement, events, SealedEvent::eventId));
    statement.setArray(++n, texts(statement, events, SealedEvent::aggregateType));
    statement.setArray(++n, texts(statement, events, SealedEvent::aggregateId));
    statement.setArray(++n, array(statement, "bigint", events, SealedEvent::sequenceNumber));
    statement.setArray(++n, texts(statement, events, SealedEvent::type));
    statement.setArray(++n, texts(statement, events, SealedEvent::revision));
    statement.setArray(++n, texts(statement, events, SealedEvent::timestamp));
    statement.setArray(++n, bytes(statement, events, SealedEvent::payload));
    statement.setArray(++n, bytes(statement, events, SealedEvent::metadata));
  }

  private static Array texts(
      PreparedStatement statement, List<SealedEvent> events, Function<SealedEvent, String> field)
      throws SQLException {
    return array(statement, "text", events, field);
  }

  private static Array array(
      PreparedStatement statement,
      String type,
      List<SealedEvent> events,
      Function<SealedEvent, ?> field)
      throws SQLException {
    return statement.getConnection().createArrayOf(type, events.stream().map(field).toArray());
  }

  private static Array bytes(
      PreparedStatement statement, List<SealedEvent> events, Function<SealedEvent, byte[]> field)
      throws SQLException {
    return statement
        .getConnection()
        .createArrayOf("bytea", events.stream().map(field).toArray(byte[][]::new));
  }

  private static AppendedEvent appended(ResultSet row) throws SQLException {
    AppendedEvent event =
        new AppendedEvent(
            EventLog.place(row),
            row.getString("aggregate_id"),
            row.getLong("sequence_number"),
            Instant.parse(row.getString("timestamp")));
    if (row.getBoolean("overtaken")) {
      throw new OutOfOrderAppendException(event.aggregateId(), event.sequenceNumber());
    }
    return event;
  }
}

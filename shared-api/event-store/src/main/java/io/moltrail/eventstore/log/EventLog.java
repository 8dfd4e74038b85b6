package io.moltrail.eventstore.log;

import io.moltrail.messages.LogPlace;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;

/**
 * The SQL of the log: appending and reading rows in the log's order. A row's place is (epoch,
 * transaction id, global index); rows of the current epoch are readable only below the horizon
 * {@code pg_snapshot_xmin}, below which no transaction can still commit. Idea of the horizon:
 * "Implementing the outbox pattern with xid8", as in Emmett and
 * eugene-khyst/postgresql-event-sourcing.
 */
public final class EventLog {

  private static final String COLUMNS =
      """
      log_epoch, transaction_id::text::bigint as transaction_id, global_index, event_id, aggregate_type, \
      aggregate_id, sequence_number, type, revision, timestamp, payload, metadata
      """;
  private static final String READABLE =
      """
      (log_epoch < (select epoch from log.log_state)
        or transaction_id < pg_snapshot_xmin(pg_current_snapshot()))
      """;
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

  public EventLog(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Appends in one statement, in the given order, inside the caller's transaction. */
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

  /** The next events after a place, in the log's order. */
  public List<StoredEvent> readAfter(@Nullable LogPlace place, int limit) {
    LogPlace from = place == null ? new LogPlace(-1, 0, 0) : place;
    return jdbc.query(
        "select "
            + COLUMNS
            + " from log.event where (log_epoch, transaction_id, global_index)"
            + " > (?, cast(? as xid8), ?) and "
            + READABLE
            + " order by log_epoch, transaction_id, global_index limit ?",
        (row, n) -> stored(row),
        from.epoch(),
        Long.toString(from.transactionId()),
        from.globalIndex(),
        limit);
  }

  /** The events of one aggregate from a sequence number on. */
  public List<StoredEvent> readAggregate(String aggregateId, long firstSequenceNumber, int limit) {
    return jdbc.query(
        "select "
            + COLUMNS
            + " from log.event where aggregate_id = ? and sequence_number >= ? order by"
            + " sequence_number limit ?",
        (row, n) -> stored(row),
        aggregateId,
        firstSequenceNumber,
        limit);
  }

  /** All events of some aggregates, in the order of each. */
  public List<StoredEvent> readAggregates(Collection<String> aggregateIds) {
    return jdbc.query(
        "select "
            + COLUMNS
            + " from log.event where aggregate_id = any (?) order by aggregate_id, sequence_number",
        (row, n) -> stored(row),
        (Object) aggregateIds.toArray(String[]::new));
  }

  Optional<Long> lastSequenceNumber(String aggregateId) {
    return Optional.ofNullable(
        jdbc.queryForObject(
            "select max(sequence_number) from log.event where aggregate_id = ?",
            Long.class,
            aggregateId));
  }

  /** The last readable place; everything up to it is final. */
  public Optional<LogPlace> head() {
    return first(
        "select "
            + COLUMNS
            + " from log.event where "
            + READABLE
            + " order by log_epoch desc, transaction_id desc, global_index desc limit 1");
  }

  Optional<LogPlace> lastBefore(String timestamp) {
    return first(
        "select "
            + COLUMNS
            + " from log.event where timestamp < ? and "
            + READABLE
            + " order by log_epoch desc, transaction_id desc, global_index desc limit 1",
        timestamp);
  }

  /** Whether committed events wait behind the horizon for some older transaction to end. */
  public boolean hidesEvents() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (select 1 from log.event
              where log_epoch = (select epoch from log.log_state)
                and transaction_id >= pg_snapshot_xmin(pg_current_snapshot()))
            """,
            Boolean.class));
  }

  /** Whether the log holds exactly this row; a restored log may not. */
  public boolean holds(LogPlace place) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (select 1 from log.event
              where log_epoch = ? and transaction_id = cast(? as xid8) and global_index = ?)
            """,
            Boolean.class,
            place.epoch(),
            Long.toString(place.transactionId()),
            place.globalIndex()));
  }

  private Optional<LogPlace> first(String sql, Object... parameters) {
    return jdbc.query(sql, (row, n) -> place(row), parameters).stream().findFirst();
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
            place(row),
            row.getString("aggregate_id"),
            row.getLong("sequence_number"),
            Instant.parse(row.getString("timestamp")));
    if (row.getBoolean("overtaken")) {
      throw new OutOfOrderAppendException(event.aggregateId(), event.sequenceNumber());
    }
    return event;
  }

  private static StoredEvent stored(ResultSet row) throws SQLException {
    return new StoredEvent(
        place(row),
        row.getString("event_id"),
        row.getString("aggregate_type"),
        row.getString("aggregate_id"),
        row.getLong("sequence_number"),
        row.getString("type"),
        row.getString("revision"),
        row.getString("timestamp"),
        row.getBytes("payload"),
        row.getBytes("metadata"));
  }

  private static LogPlace place(ResultSet row) throws SQLException {
    return new LogPlace(
        row.getInt("log_epoch"), row.getLong("transaction_id"), row.getLong("global_index"));
  }
}

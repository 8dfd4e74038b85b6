package io.moltrail.eventstore.log;

import io.moltrail.messages.LogPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * The SQL of the log: reading rows in the log's order; appending is {@link EventAppender}'s. A
 * row's place is (epoch, transaction id, global index); rows of the current epoch are readable only
 * below the horizon {@code pg_snapshot_xmin}, below which no transaction can still commit. Idea of
 * the horizon: "Implementing the outbox pattern with xid8", as in Emmett and
 * eugene-khyst/postgresql-event-sourcing.
 */
public final class EventLog {

  // An order by transaction_id would take this text and not the column, and so no index.
  private static final String PLACE =
      "log_epoch, transaction_id::text::bigint as transaction_id, global_index";
  private static final String COLUMNS =
      PLACE
          + ", event_id, aggregate_type, aggregate_id, sequence_number, type, revision, timestamp,"
          + " payload, metadata";
  private static final String READABLE =
      """
      (log_epoch < (select epoch from log.log_state)
        or transaction_id < pg_snapshot_xmin(pg_current_snapshot()))
      """;

  private static final String LAST =
      " order by log_epoch desc, event.transaction_id desc, global_index desc limit 1";
  private static final LogPlace BEFORE_ALL = new LogPlace(-1, 0, 0);
  private static final RowMapper<LogPlace> PLACES = (row, n) -> place(row);

  private final JdbcTemplate jdbc;
  private final EventAppender appender;

  public EventLog(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.appender = new EventAppender(jdbc);
  }

  /** Appends in one statement, in the given order, inside the caller's transaction. */
  List<AppendedEvent> append(List<SealedEvent> events) {
    return appender.append(events);
  }

  /** The next events after a place, in the log's order. */
  public List<StoredEvent> readAfter(@Nullable LogPlace place, int limit) {
    LogPlace from = place == null ? BEFORE_ALL : place;
    return jdbc.query(
        "select "
            + COLUMNS
            + " from log.event where (log_epoch, transaction_id, global_index)"
            + " > (?, cast(? as xid8), ?) and "
            + READABLE
            + " order by log_epoch, event.transaction_id, global_index limit ?",
        (row, n) -> stored(row),
        from.epoch(),
        Long.toString(from.transactionId()),
        from.globalIndex(),
        limit);
  }

  /**
   * All events after a place that the caller's statement can see, in the log's order: complete for
   * that snapshot, and not for any reader that goes on from there.
   */
  public List<StoredEvent> readVisibleAfter(@Nullable LogPlace place) {
    LogPlace from = place == null ? BEFORE_ALL : place;
    return jdbc.query(
        "select "
            + COLUMNS
            + " from log.event where (log_epoch, transaction_id, global_index)"
            + " > (?, cast(? as xid8), ?) order by log_epoch, event.transaction_id, global_index",
        (row, n) -> stored(row),
        from.epoch(),
        Long.toString(from.transactionId()),
        from.globalIndex());
  }

  /** Whether {@link #readVisibleAfter} would find anything. */
  public boolean holdsVisibleAfter(@Nullable LogPlace place) {
    LogPlace from = place == null ? BEFORE_ALL : place;
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (select 1 from log.event
              where (log_epoch, transaction_id, global_index) > (?, cast(? as xid8), ?))
            """,
            Boolean.class,
            from.epoch(),
            Long.toString(from.transactionId()),
            from.globalIndex()));
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

  /** The events of the aggregates of some events up to the last of these, in the order of each. */
  public List<StoredEvent> readUpTo(Collection<String> eventIds) {
    return jdbc.query(
        "select "
            + COLUMNS
            + """
             from log.event join (
              select aggregate_id as id, max(sequence_number) as last from log.event
              where event_id = any (?) group by aggregate_id
            ) named on aggregate_id = named.id and sequence_number <= named.last
            order by aggregate_id, sequence_number
            """,
        (row, n) -> stored(row),
        (Object) eventIds.toArray(String[]::new));
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
        jdbc.query("select " + PLACE + " from log.event where " + READABLE + LAST, PLACES));
  }

  Optional<LogPlace> lastBefore(String timestamp) {
    return first(
        jdbc.query(
            "select " + PLACE + " from log.event where timestamp < ? and " + READABLE + LAST,
            PLACES,
            timestamp));
  }

  /**
   * Where an aggregate's newest event stands, as the caller's transaction sees it: what a reader
   * must have seen to know the aggregate as it is now.
   */
  public Optional<LogPlace> newestOf(String aggregateId) {
    return first(
        jdbc.query(
            "select "
                + PLACE
                + " from log.event where aggregate_id = ? order by sequence_number desc limit 1",
            PLACES,
            aggregateId));
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

  private static Optional<LogPlace> first(List<LogPlace> places) {
    return places.stream().findFirst();
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

  static LogPlace place(ResultSet row) throws SQLException {
    return new LogPlace(
        row.getInt("log_epoch"), row.getLong("transaction_id"), row.getLong("global_index"));
  }
}

package io.moltrail.command.platform;

import io.moltrail.command.platform.RebuiltComparison.Difference;
import io.moltrail.eventstore.envelope.Keyring;
import io.moltrail.eventstore.log.EventLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes claims, rights and guards anew from the log and compares them with the live ones, while
 * commands are being carried out: log and live tables are compared in one snapshot, which takes no
 * lock and no transaction id. The rebuilt tables vanish with the session.
 */
public final class DecisionTablesCheck {

  private final DataSource migrator;
  private final Keyring keyring;
  private final byte[] emailIndexKey;

  /**
   * @param migrator sessions of the role that owns the schemas; their search path begins with
   *     {@code command}
   */
  public DecisionTablesCheck(DataSource migrator, Keyring keyring, byte[] emailIndexKey) {
    this.migrator = migrator;
    this.keyring = keyring;
    this.emailIndexKey = emailIndexKey.clone();
  }

  /**
   * @throws IllegalArgumentException when the log holds events that this version does not know
   */
  public RebuiltComparison compare() throws SQLException {
    try (Connection session = migrator.getConnection();
        RebuiltTables rebuilt =
            new RebuiltTables(
                new SingleConnectionDataSource(session, true), keyring, emailIndexKey)) {
      rebuilt.followToHorizon();
      return snapshot().execute(status -> compare(rebuilt));
    }
  }

  private TransactionTemplate snapshot() {
    TransactionTemplate snapshot = new TransactionTemplate(new JdbcTransactionManager(migrator));
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
    return snapshot;
  }

  private RebuiltComparison compare(RebuiltTables rebuilt) {
    JdbcTemplate live = new JdbcTemplate(migrator);
    live.setFetchSize(RebuiltTables.FETCH);
    rebuilt.apply(new EventLog(live).readVisibleAfter(rebuilt.reached()));
    rebuilt.count();
    Counters counters = Counters.compare(live, rebuilt.jdbc());
    return new RebuiltComparison(
        rebuilt.events(),
        rebuilt.together(() -> differences(rebuilt, live)),
        counters.wrong(),
        rebuilt.refused(),
        counters.reservedInVain());
  }

  private static SortedMap<String, Difference> differences(
      RebuiltTables rebuilt, JdbcTemplate live) {
    SortedMap<String, Difference> differences = new TreeMap<>();
    for (DecisionTable table : DecisionTable.values()) {
      try (Stream<String> left = live.queryForStream(table.live(), (row, n) -> row.getString(1));
          Stream<String> right = rebuilt.rows(table)) {
        differences.put(table.name().toLowerCase(Locale.ROOT), RowMerge.of(left, right));
      }
    }
    return differences;
  }
}

package io.moltrail.eventstore.log;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Refuses to serve from a log whose order can no longer be trusted: one that was copied into
 * another cluster without a new epoch, or a cluster on which transactions can be prepared and hold
 * the horizon for ever.
 */
public final class StartGuard {

  private final JdbcTemplate jdbc;

  public StartGuard(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws UntrustworthyLogException with a sentence for the operator
   */
  public void check() {
    if (Boolean.TRUE.equals(jdbc.queryForObject(FROM_THE_FUTURE, Boolean.class))) {
      throw new UntrustworthyLogException(
          "The log holds transactions that this database has not yet begun: it was restored or"
              + " copied. Start a new epoch (select log.begin_epoch()) before serving from it.");
    }
    if (!"0".equals(jdbc.queryForObject("show max_prepared_transactions", String.class))) {
      throw new UntrustworthyLogException(
          "max_prepared_transactions must be 0: a forgotten prepared transaction hides all later"
              + " events.");
    }
  }

  private static final String FROM_THE_FUTURE =
      """
      select exists (select 1 from log.event
        where log_epoch = (select epoch from log.log_state)
          and transaction_id >= pg_snapshot_xmax(pg_current_snapshot()))
      """;

  /** Why this log must not be served from. */
  public static final class UntrustworthyLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UntrustworthyLogException(String sentence) {
      super(sentence);
    }
  }
}

package io.moltrail.command.account;

import io.moltrail.messages.LogPlace;
import io.moltrail.messages.user.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where in the log a user's newest event stands: what a reader must have seen to know the user as
 * they are now.
 */
final class NewestEvents {

  private final JdbcClient jdbc;

  NewestEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  LogPlace of(UserId user) {
    return jdbc.sql(
            """
            select log_epoch, transaction_id::text::bigint, global_index from log.event
            where aggregate_id = ? order by sequence_number desc limit 1
            """)
        .param(user.toString())
        .query((row, n) -> new LogPlace(row.getInt(1), row.getLong(2), row.getLong(3)))
        .single();
  }
}

package io.moltrail.command.platform;

import io.moltrail.eventstore.envelope.Keyring;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Makes the live decision tables what the log says, and takes back places that killed processes
 * have left reserved. Only while no command side is connected: what one of them has reserved and
 * not yet used would be lost.
 */
public final class DecisionTablesRepair {

  private final DataSource migrator;
  private final Keyring keyring;
  private final byte[] emailIndexKey;

  /**
   * @param migrator as for {@link DecisionTablesCheck}
   */
  public DecisionTablesRepair(DataSource migrator, Keyring keyring, byte[] emailIndexKey) {
    this.migrator = migrator;
    this.keyring = keyring;
    this.emailIndexKey = emailIndexKey.clone();
  }

  /**
   * @return how many rows were put right
   * @throws CommandSideRunningException when one is connected; nothing was changed
   */
  public long repair() throws SQLException {
    try (Connection session = migrator.getConnection();
        RebuiltTables rebuilt =
            new RebuiltTables(
                new SingleConnectionDataSource(session, true), keyring, emailIndexKey)) {
      requireNoCommandSide(rebuilt);
      rebuilt.followToEnd();
      rebuilt.count();
      return rebuilt.together(() -> replace(rebuilt));
    }
  }

  private static long replace(RebuiltTables rebuilt) {
    JdbcTemplate jdbc = rebuilt.jdbc();
    jdbc.execute(
        """
        lock table command.claim, command.user_rights, command.membership, command.project_guard,
          command.project_counter in exclusive mode
        """);
    requireNoCommandSide(rebuilt);
    if (rebuilt.isBehind()) {
      throw new CommandSideRunningException();
    }
    long changed = 0;
    for (String statement : REPLACEMENTS) {
      changed += jdbc.update(statement);
    }
    return changed;
  }

  private static void requireNoCommandSide(RebuiltTables rebuilt) {
    Boolean connected =
        rebuilt
            .jdbc()
            .queryForObject(
                """
                select exists (select 1 from pg_stat_activity
                  where datname = current_database() and usename = 'moltrail_command')
                """,
                Boolean.class);
    if (Boolean.TRUE.equals(connected)) {
      throw new CommandSideRunningException();
    }
  }

  private static final String[] REPLACEMENTS = {
    """
    delete from command.claim where (kind, scope, key) in
      (select kind, scope, key from (table command.claim except table pg_temp.claim) d)
    """,
    "insert into command.claim table pg_temp.claim except table command.claim",
    """
    delete from command.user_rights where user_id in
      (select user_id from (table command.user_rights except table pg_temp.user_rights) d)
    """,
    "insert into command.user_rights table pg_temp.user_rights except table command.user_rights",
    """
    delete from command.membership where (project_id, user_id) in
      (select project_id, user_id from (table command.membership except table pg_temp.membership) d)
    """,
    "insert into command.membership table pg_temp.membership except table command.membership",
    """
    delete from command.project_guard where project_id in
      (select project_id from (table command.project_guard except table pg_temp.project_guard) d)
    """,
    "insert into command.project_guard table pg_temp.project_guard except table"
        + " command.project_guard",
    """
    delete from command.project_counter where project_id not in (select project_id from pg_temp.project_counter)
    """,
    """
    insert into command.project_counter as c (project_id, next_number, reserved)
    select project_id, next_number, reserved from pg_temp.project_counter
    on conflict (project_id) do update
      set reserved = excluded.reserved, next_number = greatest(c.next_number, excluded.next_number)
      where c.reserved <> excluded.reserved or c.next_number < excluded.next_number
    """
  };

  /** A command side works on this database. */
  public static final class CommandSideRunningException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandSideRunningException() {
      super("A command side is connected to this database; stop all of them before the repair.");
    }
  }
}

package io.moltrail.command.jobs;

import com.zaxxer.hikari.HikariDataSource;
import io.moltrail.command.platform.DecisionTablesCheck;
import io.moltrail.command.platform.DecisionTablesRepair;
import io.moltrail.command.platform.DecisionTablesRepair.CommandSideRunningException;
import io.moltrail.command.platform.Pools;
import io.moltrail.command.platform.RebuiltComparison;
import io.moltrail.command.platform.WrappingKeys;
import io.moltrail.web.settings.Database;
import io.moltrail.web.settings.Need;
import io.moltrail.web.settings.Settings;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Makes claims, rights and guards anew from the log, to compare or to repair the live ones;
 * deploy/runbooks/decision-tables.md says when.
 */
record DecisionTablesJob(String name, String purpose, Work work) implements Job {

  static Job check() {
    return new DecisionTablesJob(
        "check-decision-tables",
        "compares claims, rights and guards with the log, while commands go on",
        (source, settings, out) ->
            tell(
                new DecisionTablesCheck(
                        source,
                        WrappingKeys.of(settings),
                        settings.secrets().emailIndexKey().bytes())
                    .compare(),
                out));
  }

  static Job repair() {
    return new DecisionTablesJob(
        "repair-decision-tables",
        "makes claims, rights and guards what the log says, while no command side runs",
        (source, settings, out) -> {
          long changed =
              new DecisionTablesRepair(
                      source, WrappingKeys.of(settings), settings.secrets().emailIndexKey().bytes())
                  .repair();
          out.printf("%d rows were put right.%n", changed);
          return 0;
        });
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.PII_KEK, Need.EMAIL_INDEX_KEY);
  }

  @Override
  public int run(Settings settings, PrintStream out) {
    Database migrator =
        settings
            .databases()
            .migration()
            .orElseThrow(
                () ->
                    new CannotRunException(
                        "MIGRATION_DATABASE_URL is not set: only the migrator may make tables"));
    try (HikariDataSource pool = Pools.pool("moltrail-decision-tables", migrator, 2)) {
      return work.on(pool, settings, out);
    } catch (CommandSideRunningException e) {
      throw new CannotRunException("a command side is connected to this database");
    } catch (SQLException e) {
      throw new CannotRunException("the database is not there");
    }
  }

  /** Rows hold no personal or confidential value in clear, so examples of them may be printed. */
  private static int tell(RebuiltComparison found, PrintStream out) {
    out.printf("%d events make:%n", found.events());
    found
        .tables()
        .forEach(
            (table, it) -> {
              out.printf(
                  "  %-14s %d rows as they are live, %d only live, %d only in the log%n",
                  table, it.same(), it.onlyLive(), it.onlyInLog());
              it.examples().forEach(row -> out.printf("    %s%n", row));
            });
    found.wrongCounters().forEach(it -> out.printf("  counter: %s%n", it));
    found.refusedEvents().forEach(it -> out.printf("  event %s would be refused today%n", it));
    out.printf("%d places are reserved without a molecule.%n", found.reservedInVain());
    out.println(found.equal() ? "The live tables are what the log says." : "They differ.");
    return found.equal() ? 0 : 1;
  }

  /** What is done on sessions of the migrator; its result is the exit status. */
  interface Work {
    int on(DataSource migrator, Settings settings, PrintStream out) throws SQLException;
  }
}

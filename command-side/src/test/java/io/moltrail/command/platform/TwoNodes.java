package io.moltrail.command.platform;

import com.zaxxer.hikari.HikariDataSource;
import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.envelope.Keyring;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.web.settings.Database;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two command sides on one database, as in an installation of several nodes. */
final class TwoNodes implements AutoCloseable {

  private final TestDatabase database = TestServices.get().freshDatabase();
  private final CommandSideUnderTest first;
  private final CommandSideUnderTest second;
  private final HikariDataSource migrator;
  private final Keyring keyring;
  private final byte[] indexKey;

  TwoNodes() {
    CommandDatabases databases =
        new CommandDatabases(as(DatabaseRoles.COMMAND), Optional.of(as(DatabaseRoles.MIGRATOR)));
    first = CommandSideUnderTest.on(databases);
    second = first.another();
    keyring = WrappingKeys.of(first.settings());
    indexKey = first.settings().secrets().emailIndexKey().bytes();
    migrator = Pools.pool("moltrail-rebuild", as(DatabaseRoles.MIGRATOR), 3);
  }

  List<CommandSideUnderTest> nodes() {
    return List.of(first, second);
  }

  /**
   * @param n any number
   */
  CommandSideUnderTest node(int n) {
    return nodes().get(Math.floorMod(n, 2));
  }

  JdbcClient superuser() {
    return JdbcClient.create(database.superuser());
  }

  DecisionTablesCheck check() {
    return new DecisionTablesCheck(migrator, keyring, indexKey);
  }

  DecisionTablesRepair repair() {
    return new DecisionTablesRepair(migrator, keyring, indexKey);
  }

  private Database as(String role) {
    return new Database(database.jdbcUrl(), role, TestDatabase.passwordOf(role));
  }

  /** As when the processes end: no connection of theirs is left. */
  void stop() {
    first.close();
    second.close();
  }

  @Override
  public void close() {
    stop();
    migrator.close();
  }
}

package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.moltrail.eventstore.log.PostgresEventStorageEngine;
import io.moltrail.eventstore.log.PostgresEventStore;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What the context really holds: with JDBC only, Axon and Boot start green and store nothing
 * (DESIGN §3, trap 1).
 */
class CommandBeansTest {

  private final ConfigurableApplicationContext context = AccountServer.context();

  @Test
  void there_is_one_pool_and_one_transaction_manager_and_both_are_ours() {
    assertThat(context.getBeansOfType(DataSource.class))
        .containsOnlyKeys("commandDataSource")
        .allSatisfy((name, it) -> assertThat(it).isExactlyInstanceOf(HikariDataSource.class));
    assertThat(context.getBeansOfType(PlatformTransactionManager.class))
        .containsOnlyKeys("commandTransactions")
        .allSatisfy((name, it) -> assertThat(it).isExactlyInstanceOf(JdbcTransactionManager.class));
    assertThat(context.getBeanNamesForType(Flyway.class)).isEmpty();
  }

  @Test
  void events_go_to_our_store_and_to_nothing_in_memory() {
    assertThat(context.getBeansOfType(EventBus.class))
        .containsOnlyKeys("commandEventStore")
        .allSatisfy((name, it) -> assertThat(it).isExactlyInstanceOf(PostgresEventStore.class));
    assertThat(context.getBeansOfType(EventStorageEngine.class))
        .containsOnlyKeys("commandEventStorageEngine")
        .allSatisfy(
            (name, it) -> assertThat(it).isExactlyInstanceOf(PostgresEventStorageEngine.class));
  }

  @Test
  void the_pool_is_entered_as_the_command_role() {
    assertThat(
            JdbcClient.create(context.getBean("commandDataSource", DataSource.class))
                .sql("select current_user")
                .query(String.class)
                .single())
        .isEqualTo("moltrail_command");
  }
}

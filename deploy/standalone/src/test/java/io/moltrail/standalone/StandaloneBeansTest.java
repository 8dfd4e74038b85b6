package io.moltrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.eventstore.log.PostgresEventStore;
import io.moltrail.standalone.database.GrantFindings;
import io.moltrail.web.ApiMethods;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventBus;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Two sides in one context: each keeps its own pools, role and transactions (DESIGN §2). */
class StandaloneBeansTest {

  @TempDir static Path folder;

  private static RunningStandalone moltrail;
  private static ConfigurableApplicationContext context;

  @BeforeAll
  static void start() throws IOException {
    moltrail = RunningStandalone.in(folder, Map.of());
    context = moltrail.context();
  }

  @AfterAll
  static void stop() {
    if (moltrail != null) {
      moltrail.close();
    }
  }

  @Test
  void every_pool_belongs_to_a_side_and_enters_as_its_role() {
    assertThat(context.getBeansOfType(DataSource.class))
        .hasSizeGreaterThan(2)
        .allSatisfy(
            (name, pool) -> {
              assertThat(name).matches("(command|query)[A-Z].*");
              assertThat(
                      JdbcClient.create(pool)
                          .sql("select current_user")
                          .query(String.class)
                          .single())
                  .isEqualTo(name.startsWith("command") ? "moltrail_command" : "moltrail_query");
            });
  }

  @Test
  void the_database_of_a_running_moltrail_grants_what_is_written_and_nothing_else() {
    DataSource pool = context.getBean("queryControlPool", DataSource.class);

    assertThat(GrantFindings.in(JdbcClient.create(pool))).isEmpty();
  }

  @Test
  void nothing_of_either_side_is_primary() {
    for (String name : context.getBeanFactory().getBeanDefinitionNames()) {
      if (name.matches("(command|query)[A-Z].*")) {
        assertThat(context.getBeanFactory().getBeanDefinition(name).isPrimary()).as(name).isFalse();
      }
    }
  }

  @Test
  void each_side_has_its_own_transactions_and_there_is_one_event_store() {
    assertThat(context.getBeansOfType(PlatformTransactionManager.class))
        .containsOnlyKeys(
            "commandTransactions", "queryReadATransactions", "queryReadBTransactions");
    assertThat(context.getBeansOfType(EventBus.class))
        .containsOnlyKeys("commandEventStore")
        .allSatisfy((name, it) -> assertThat(it).isExactlyInstanceOf(PostgresEventStore.class));
    assertThat(context.getBeanNamesForType(Flyway.class)).isEmpty();
  }

  @Test
  void every_route_is_in_the_table_from_which_allow_is_told() {
    assertThat(
            ApiMethods.unlisted(
                context
                    .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                    .getHandlerMethods()))
        .isEmpty();
  }
}

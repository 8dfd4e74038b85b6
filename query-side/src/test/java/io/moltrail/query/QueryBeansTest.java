package io.moltrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.query.testing.QueryServer;
import io.moltrail.web.ApiMethods;
import io.moltrail.web.ReadinessCheck;
import java.util.Arrays;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What the context really holds: with JDBC only, Axon and Boot start green and store nothing
 * (DESIGN §3, trap 1).
 */
class QueryBeansTest {

  private static final QueryServer SERVER = QueryServer.shared();
  private final ConfigurableApplicationContext context = SERVER.context();

  @Test
  void the_pools_are_ours_and_no_others() {
    assertThat(context.getBeanNamesForType(DataSource.class))
        .containsExactlyInAnyOrder(
            "queryLogPool", "queryControlPool", "queryReadAPool", "queryReadBPool");
    assertThat(context.getBeanNamesForType(Flyway.class)).isEmpty();
  }

  @Test
  void each_schema_has_a_transaction_manager_and_a_token_store_in_the_database() {
    assertThat(context.getBeansOfType(PlatformTransactionManager.class))
        .containsOnlyKeys("queryReadATransactions", "queryReadBTransactions")
        .allSatisfy(
            (name, bean) -> assertThat(bean).isExactlyInstanceOf(JdbcTransactionManager.class));
    assertThat(context.getBeansOfType(TokenStore.class))
        .containsOnlyKeys("queryReadATokens", "queryReadBTokens")
        .allSatisfy((name, bean) -> assertThat(bean).isExactlyInstanceOf(JdbcTokenStore.class));
  }

  @Test
  void there_is_one_engine_and_no_bus_or_store_of_axons_own() {
    assertThat(context.getBeanNamesForType(EventStorageEngine.class))
        .containsExactly("queryEventStorageEngine");
    assertThat(context.getBeanNamesForType(EventBus.class)).isEmpty();
    assertThat(context.getBeanNamesForType(EventStore.class)).isEmpty();
    assertThat(context.getBeanNamesForType(CommandBus.class)).isEmpty();
  }

  @Test
  void every_bean_of_this_side_says_so_in_its_name_and_none_is_primary() {
    assertThat(Arrays.stream(context.getBeanDefinitionNames()).filter(this::isOurs))
        .isNotEmpty()
        .allSatisfy(
            name -> {
              assertThat(name).matches("query[A-Z].*|settings");
              assertThat(context.getBeanFactory().getBeanDefinition(name).isPrimary()).isFalse();
            });
  }

  @Test
  void it_is_not_ready_without_its_databases_and_its_projection() {
    assertThat(context.getBeanNamesForType(ReadinessCheck.class))
        .contains("queryLogDatabaseReady", "queryReadDatabaseReady", "queryProjectionAlive");
  }

  @Test
  void every_route_stands_in_the_table_that_both_sides_tell_allow_from() {
    assertThat(
            ApiMethods.unlisted(
                context.getBean(RequestMappingHandlerMapping.class).getHandlerMethods()))
        .isEmpty();
  }

  private boolean isOurs(String name) {
    var definition = context.getBeanFactory().getBeanDefinition(name);
    String factory = definition.getFactoryBeanName();
    return definition.getFactoryMethodName() != null
        && factory != null
        && context.getBeanFactory().containsBean(factory)
        && context.getBean(factory).getClass().getName().startsWith("io.moltrail.query.");
  }
}

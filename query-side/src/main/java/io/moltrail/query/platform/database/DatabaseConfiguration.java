package io.moltrail.query.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import io.moltrail.eventstore.log.StartGuard;
import io.moltrail.query.platform.QueryDatabases;
import io.moltrail.web.ReadinessCheck;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Pools, transactions and token stores, one of each per schema. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {

  private static final int LOG_CONNECTIONS = 8;
  private static final int READ_CONNECTIONS = 12;
  private static final int CONTROL_CONNECTIONS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Bean
  QuerySchemas querySchemas(QueryDatabases databases) {
    return QuerySchemas.migrate(databases);
  }

  @Bean(destroyMethod = "close")
  HikariDataSource queryLogPool(QueryDatabases databases) {
    return Pools.of("moltrail-query-log", databases.log(), LOG_CONNECTIONS);
  }

  @Bean(destroyMethod = "close")
  HikariDataSource queryControlPool(QueryDatabases databases, QuerySchemas migrated) {
    return Pools.of("moltrail-query-control", databases.read(), CONTROL_CONNECTIONS);
  }

  @Bean(destroyMethod = "close")
  HikariDataSource queryReadAPool(QueryDatabases databases, QuerySchemas migrated) {
    return Pools.of("moltrail-query-read-a", databases.read(), READ_CONNECTIONS, "read_a");
  }

  @Bean(destroyMethod = "close")
  HikariDataSource queryReadBPool(QueryDatabases databases, QuerySchemas migrated) {
    return Pools.of("moltrail-query-read-b", databases.read(), READ_CONNECTIONS, "read_b");
  }

  @Bean
  JdbcTemplate queryLogTemplate(@Qualifier("queryLogPool") DataSource pool) {
    return new JdbcTemplate(pool);
  }

  @Bean
  JdbcClient queryLogJdbc(@Qualifier("queryLogTemplate") JdbcTemplate template) {
    return JdbcClient.create(template);
  }

  @Bean
  JdbcClient queryControlJdbc(@Qualifier("queryControlPool") DataSource pool) {
    return JdbcClient.create(pool);
  }

  @Bean
  JdbcTransactionManager queryReadATransactions(@Qualifier("queryReadAPool") DataSource pool) {
    return new JdbcTransactionManager(pool);
  }

  @Bean
  JdbcTransactionManager queryReadBTransactions(@Qualifier("queryReadBPool") DataSource pool) {
    return new JdbcTransactionManager(pool);
  }

  @Bean
  JdbcTokenStore queryReadATokens(@Qualifier("queryReadAPool") DataSource pool) {
    return Tokens.store(pool);
  }

  @Bean
  JdbcTokenStore queryReadBTokens(@Qualifier("queryReadBPool") DataSource pool) {
    return Tokens.store(pool);
  }

  @Bean
  ReadSchema queryReadA(
      @Qualifier("queryReadAPool") DataSource pool,
      @Qualifier("queryReadATransactions") JdbcTransactionManager transactions,
      @Qualifier("queryReadATokens") JdbcTokenStore tokens) {
    return readSchema("read_a", pool, transactions, tokens);
  }

  @Bean
  ReadSchema queryReadB(
      @Qualifier("queryReadBPool") DataSource pool,
      @Qualifier("queryReadBTransactions") JdbcTransactionManager transactions,
      @Qualifier("queryReadBTokens") JdbcTokenStore tokens) {
    return readSchema("read_b", pool, transactions, tokens);
  }

  private static ReadSchema readSchema(
      String name, DataSource pool, JdbcTransactionManager transactions, JdbcTokenStore tokens) {
    JdbcTemplate template = new JdbcTemplate(pool);
    return new ReadSchema(
        name, template, JdbcClient.create(template), transactions, tokens, new ReachedPlace());
  }

  @Bean
  LiveView queryLiveView(
      @Qualifier("queryControlJdbc") JdbcClient control,
      @Qualifier("queryReadA") ReadSchema a,
      @Qualifier("queryReadB") ReadSchema b) {
    return new LiveView(control, List.of(a, b));
  }

  @Bean
  SchemaCheck querySchemaCheck(
      @Qualifier("queryLogJdbc") JdbcClient log, @Qualifier("queryControlJdbc") JdbcClient read) {
    return new SchemaCheck(log, read, PATIENCE);
  }

  @Bean
  StartGuard queryStartGuard(@Qualifier("queryLogTemplate") JdbcTemplate log) {
    return new StartGuard(log);
  }

  @Bean
  ReadinessCheck queryLogDatabaseReady(@Qualifier("queryLogJdbc") JdbcClient log) {
    return new DatabaseReady("log database of the query side", log);
  }

  @Bean
  ReadinessCheck queryReadDatabaseReady(@Qualifier("queryControlJdbc") JdbcClient control) {
    return new DatabaseReady("read database", control);
  }
}

package io.moltrail.query.platform.database;

import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * One of the two schemas of read tables, with all that belongs to it alone. A controller method
 * takes it as a parameter: it is the one that was live when the request began.
 *
 * @param jdbc sees the tables of this schema without naming it
 * @param reached the place of the log up to which the rows are known to be true
 */
public record ReadSchema(
    String name,
    JdbcTemplate template,
    JdbcClient jdbc,
    PlatformTransactionManager transactions,
    TokenStore tokens,
    ReachedPlace reached) {

  @Override
  public String toString() {
    return name;
  }
}

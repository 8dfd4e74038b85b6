package io.moltrail.query.platform.database;

import io.moltrail.web.ReadinessCheck;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a database answers. */
record DatabaseReady(String name, JdbcClient jdbc) implements ReadinessCheck {

  @Override
  public boolean ready() {
    try {
      return jdbc.sql("select 1").query(Integer.class).single() == 1;
    } catch (DataAccessException e) {
      return false;
    }
  }
}

package io.moltrail.architecture.samples.command;

import org.axonframework.modelling.command.AggregateRoot;
import org.springframework.jdbc.core.simple.JdbcClient;

@AggregateRoot
public class AggregateTouchingTheDatabase {
  boolean isTaken(JdbcClient database) {
    return database.sql("select 1").query().singleValue() != null;
  }
}

package io.moltrail.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.eventstore.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A right, an owner or an object that nobody wrote down is noticed: each is planted once. */
class PlantedGrantsTest {

  private static final TestDatabase DATABASE = MigratedDatabase.fresh();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "grant update on log.data_key to moltrail_query"
            + "| table log.data_key: moltrail_query must not have update",
        "grant select (password_hash) on command.credential to moltrail_query"
            + "| table command.credential: moltrail_query must not have select of some columns",
        "grant select on command.signing_key to public"
            + "| table command.signing_key: public must not have select",
        "grant truncate on log.event to moltrail_command"
            + "| table log.event: moltrail_command must not have truncate",
        "grant usage on sequence command.outbox_id_seq to moltrail_query"
            + "| sequence command.outbox_id_seq: moltrail_query must not have usage",
        "grant execute on function log.begin_epoch() to moltrail_command"
            + "| function log.begin_epoch(): moltrail_command must not have execute",
        "grant create on schema read_a to moltrail_query"
            + "| schema read_a: moltrail_query must not have create",
        "grant usage on schema public to public" + "| schema public: public must not have usage",
        "create table command.idempotency (key text)"
            + "| table command.idempotency is not in the table",
        "create view command.peek as select 1 as one" + "| view command.peek is not in the table",
        "create function query.peek(int, text) returns int language sql return 1"
            + "| function query.peek(integer, text) is not in the table",
        "create type log.colour as enum ('red')" + "| type log.colour is not in the table",
        "create schema stray" + "| schema stray is not in the table",
        "drop table command.key_check" + "| table command.key_check does not exist",
        "revoke select on log.event from moltrail_query"
            + "| table log.event: moltrail_query lacks select",
        "alter table command.claim owner to moltrail_command"
            + "| table command.claim belongs to moltrail_command",
        "grant select on log.event to pg_monitor" + "| table log.event: pg_monitor has select",
        "grant select on log.event to moltrail_query with grant option"
            + "| table log.event: moltrail_query has select and may pass it on"
      })
  void what_is_planted_is_noticed(String planted, String sentence) throws SQLException {
    assertThat(findings("select 1")).isEmpty();

    assertThat(findings(planted)).contains(sentence);
  }

  private static List<String> findings(String planted) throws SQLException {
    try (Connection superuser = DATABASE.superuser().getConnection()) {
      superuser.setAutoCommit(false);
      try (Statement statement = superuser.createStatement()) {
        statement.execute(planted);
      }
      return GrantFindings.in(JdbcClient.create(new SingleConnectionDataSource(superuser, true)));
    }
  }
}

package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanaryTest {

  @Test
  void no_address_name_password_or_token_stands_in_clear_in_any_table() {
    String email = "canary@zebrafinch.example";
    Call.register(email, "magpie under 7 violins");
    String token = Mailbox.newestToken(email, 1);
    Call.register(email, "magpie under 7 violins");
    String pending = Mailbox.newestToken(email, 2);
    Call.verify(pending);
    String refresh = Call.field(Call.login(email, "magpie under 7 violins"), "refreshToken");
    Call.post("/v1/auth/refresh", Map.of("refreshToken", refresh));

    for (String table : tables()) {
      assertThat(rows(table))
          .as(table)
          .noneMatch(
              row ->
                  List.of("canary", "zebrafinch", "Curie", "magpie", token, pending, refresh)
                      .stream()
                      .anyMatch(row::contains));
    }
  }

  private static List<String> tables() {
    return AccountServer.superuser()
        .sql(
            """
            select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
            where table_schema in ('log', 'command') and table_type = 'BASE TABLE'
            """)
        .query(String.class)
        .list();
  }

  /** Bytes are shown both as hexadecimal and as the characters they may be. */
  private static List<String> rows(String table) {
    return AccountServer.superuser()
        .sql("select t::text || ' ' || coalesce(" + escaped(table) + ", '') from " + table + " t")
        .query(String.class)
        .list();
  }

  private static String escaped(String table) {
    return table.equals("log.event")
        ? "encode(t.payload, 'escape') || encode(t.metadata, 'escape')"
        : "''";
  }
}

package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Distinctive values in every field, and then a search for them wherever they must not stand in
 * clear.
 */
class CanaryTest {

  private static final String PASSWORD = "Canarypassword of good length";
  private static final String EMAIL = "canarymail@canary.example";
  private static final String NAME = "Canarydisplayname";
  private static final String SMILES = "CCCCCCCCCCC(F)(Cl)CCBr";
  private static final String SPELLING = "BrCCC(Cl)(F)CCCCCCCCCC";

  @TempDir static Path folder;

  @Test
  void nothing_confidential_stands_in_clear_in_the_log_database_in_logs_or_in_errors()
      throws Exception {
    try (TwoProcesses moltrail = TwoProcesses.in(folder)) {
      Map<String, String> canaries = new LinkedHashMap<>();
      List<Answer> errors = new ArrayList<>();
      live(moltrail, canaries, errors);

      List<String> found = new ArrayList<>();
      int rows = searchLogDatabase(moltrail, canaries, found);
      searchLogs(moltrail, canaries, found);
      errors.forEach(
          error -> search("the answer " + error.status(), error.body(), canaries, found));

      System.out.println(
          "Canary: "
              + canaries.size()
              + " values, "
              + rows
              + " rows of the log database, "
              + errors.size()
              + " errors");
      assertThat(rows).isGreaterThan(20);
      assertThat(found).isEmpty();
      assertThat(errors).allSatisfy(error -> assertThat(error.status()).isLessThan(500));
    }
  }

  @Test
  void the_search_finds_a_value_that_was_planted() {
    List<String> found = new ArrayList<>();
    search("a text", "x" + EMAIL + "y", Map.of("e-mail", EMAIL), found);
    search(
        "base64",
        Base64.getEncoder().encodeToString(("xx" + EMAIL).getBytes(StandardCharsets.UTF_8)),
        Map.of("e-mail", EMAIL),
        found);
    assertThat(found).hasSize(2);
  }

  /** Every kind of write and of mistake that this version knows. */
  private static void live(
      TwoProcesses moltrail, Map<String, String> canaries, List<Answer> errors) {
    HttpCaller anonymous = moltrail.anonymous();
    canaries.put("e-mail", EMAIL);
    canaries.put("password", PASSWORD);
    canaries.put("display name", NAME);
    anonymous
        .post(
            "/v1/auth/register", Map.of("email", EMAIL, "password", PASSWORD, "displayName", NAME))
        .expect(202);
    String verification = Mailbox.in(folder.resolve("data/mail")).tokenFor(EMAIL);
    canaries.put("verification token", verification);
    errors.add(
        anonymous.post("/v1/auth/login", Map.of("email", EMAIL, "password", PASSWORD)).expect(401));
    anonymous.post("/v1/auth/verify-email", Map.of("token", verification)).expect(204);
    errors.add(anonymous.post("/v1/auth/verify-email", Map.of("token", verification)));
    Answer login =
        anonymous.post("/v1/auth/login", Map.of("email", EMAIL, "password", PASSWORD)).expect(200);
    canaries.put("access token", login.json().get("accessToken").stringValue());
    canaries.put("refresh token", login.json().get("refreshToken").stringValue());
    HttpCaller user = anonymous.login(EMAIL, PASSWORD);

    canaries.put("project name", "Canaryproject");
    canaries.put("description", "Canarydescription");
    canaries.put("molecule name", "Canarymolecule");
    canaries.put("annotation", "Canaryannotation");
    canaries.put("annotation key", "Canarykey");
    canaries.put("reason", "Canaryreason");
    canaries.put("structure", SMILES);
    canaries.put("spelling", SPELLING);
    String project =
        user.post(
                "/v1/projects",
                Map.of("name", "Canaryproject", "code", "CNRY", "description", "Canarydescription"))
            .expect(201)
            .json()
            .get("id")
            .stringValue();
    Map<String, Object> molecule =
        Map.of(
            "smiles",
            SPELLING,
            "name",
            "Canarymolecule",
            "annotations",
            Map.of("Canarykey", "Canaryannotation"),
            "reason",
            "Canaryreason");
    Answer added = user.post("/v1/projects/" + project + "/molecules", molecule).expect(201);
    canaries.put("canonical SMILES", added.json().get("smiles").stringValue());
    canaries.put("InChIKey", added.json().get("inchiKey").stringValue());
    canaries.put("InChI", added.json().get("inchi").stringValue());
    String id = added.json().get("id").stringValue();
    errors.add(user.post("/v1/projects/" + project + "/molecules", molecule).expect(409));
    errors.add(
        user.post("/v1/projects/" + project + "/molecules", Map.of("smiles", SPELLING + "("))
            .expect(422));
    errors.add(
        user.post(
                "/v1/projects/" + project + "/molecules",
                Map.of("smiles", SPELLING, "name", "Canarymolecule\u0007"))
            .expect(422));
    errors.add(
        user.post("/v1/projects", Map.of("name", "Canaryproject", "code", "CNRY")).expect(409));
    errors.add(
        user.call("PATCH", "/v1/molecules/" + id, Map.of("name", "Canarymolecule"), Map.of())
            .expect(428));
    user.call(
            "PATCH",
            "/v1/molecules/" + id,
            Map.of("name", "Canarymolecule 2"),
            Map.of("If-Match", "\"1\"", "X-Change-Reason", "Canaryreason"))
        .expect(200);
    HttpCaller reader = user.at(moltrail.querySide().address());
    reader.get("/v1/molecules/lookup?smiles=" + SPELLING).expect(200);
    errors.add(reader.get("/v1/molecules/lookup?smiles=" + SPELLING + "(").expect(422));
    errors.add(
        reader
            .get("/v1/molecules/lookup?inchiKey=" + canaries.get("InChIKey") + "&smiles=C")
            .expect(422));
    user.post("/v1/auth/logout", Map.of()).expect(204);
  }

  private static int searchLogDatabase(
      TwoProcesses moltrail, Map<String, String> canaries, List<String> found) throws SQLException {
    int rows = 0;
    try (Connection connection = moltrail.database().superuser().getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        try (ResultSet row = statement.executeQuery("select * from " + table)) {
          while (row.next()) {
            rows++;
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
              String value = value(row, column);
              search(table + "." + row.getMetaData().getColumnName(column), value, canaries, found);
            }
          }
        }
      }
    }
    return rows;
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery(
            """
            select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in ('log', 'command')
            """)) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    assertThat(tables).contains("log.event", "log.data_key", "command.outbox", "command.claim");
    return tables;
  }

  private static String value(ResultSet row, int column) throws SQLException {
    if (row.getMetaData().getColumnTypeName(column).equals("bytea")) {
      byte[] bytes = row.getBytes(column);
      return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return String.valueOf(row.getString(column));
  }

  private static void searchLogs(
      TwoProcesses moltrail, Map<String, String> canaries, List<String> found) {
    for (Path log : List.of(moltrail.commandSide().output(), moltrail.querySide().output())) {
      try (Stream<String> lines = Files.lines(log)) {
        lines.forEach(
            line -> {
              search("a log line", line, canaries, found);
              if (line.contains(" ERROR ")) {
                found.add("an error in a log: " + line);
              }
            });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** As it is, and as base64 would show it at any of the three alignments. */
  private static void search(
      String where, String text, Map<String, String> canaries, List<String> found) {
    canaries.forEach(
        (name, value) -> {
          if (Stream.concat(Stream.of(value), inBase64(value)).anyMatch(text::contains)) {
            found.add(name + " stands in clear in " + where);
          }
        });
  }

  private static Stream<String> inBase64(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return Stream.of(0, 1, 2)
        .map(
            shift -> {
              byte[] shifted = new byte[bytes.length + shift];
              System.arraycopy(bytes, 0, shifted, shift, bytes.length);
              String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
              return encoded.substring(shift == 0 ? 0 : 4, encoded.length() - 4);
            })
        .filter(it -> it.length() >= 8);
  }
}

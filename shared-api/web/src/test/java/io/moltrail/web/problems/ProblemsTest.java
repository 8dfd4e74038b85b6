package io.moltrail.web.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.web.Call;
import io.moltrail.web.EdgeServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

  @ParameterizedTest
  @CsvSource({
    "conflict, 409, duplicate-thing",
    "stale, 412, stale-version",
    "reason, 428, reason-required",
    "forbidden, 403, forbidden",
    "unavailable, 503, projection-lag",
    "wrapped, 404, not-found",
    "database, 503, unavailable",
    "unique, 500, internal",
    "race, 503, busy",
    "overflow, 500, internal",
    "bug, 500, internal"
  })
  void say_what_a_failure_means(String how, int status, String code) {
    var answer = Call.send(Call.known("/v1/fail/" + how));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("\"type\":\"/problems/" + code + "\"");
  }

  @Test
  void carry_the_facts_of_a_conflict() {
    assertThat(Call.send(Call.known("/v1/fail/conflict")).body())
        .contains("\"existing\":{\"number\":\"T-1\"}");
  }

  @Test
  void say_when_to_come_back_in_whole_seconds() {
    assertThat(Call.send(Call.known("/v1/fail/unavailable")).headers().firstValue("retry-after"))
        .contains("2");
  }

  @Test
  void of_a_lost_race_say_when_to_come_back() {
    assertThat(Call.send(Call.known("/v1/fail/race")).headers().firstValue("retry-after"))
        .contains("1");
  }

  @ParameterizedTest
  @CsvSource({"bug", "database", "unique", "race", "overflow"})
  void leak_nothing_of_their_cause(String how) {
    assertThat(Call.send(Call.known("/v1/fail/" + how)).body())
        .doesNotContain(
            "password", "jdbc", "uq_", "Exception", "Error", "java.", "org.springframework");
  }

  @Test
  void are_explained_at_their_own_address_to_programs_and_to_people() {
    var program = Call.send(Call.to("/problems/stale-version"));
    var person = Call.send(Call.to("/problems/stale-version").header("Accept", "text/html"));

    assertThat(program.body()).contains("\"code\":\"stale-version\"", "\"remedy\"");
    assertThat(person.body()).contains("<h1>It has changed since you read it</h1>");
  }

  @Test
  void explain_none_that_does_not_exist() {
    assertThat(Call.send(Call.to("/problems/made-up")).statusCode()).isEqualTo(404);
    assertThat(Call.send(Call.to("/problems/made-up").header("Accept", "text/html")).body())
        .contains("/problems/not-found");
  }

  @Test
  void all_have_an_explanation_and_a_remedy() {
    List<ProblemKind> kinds = EdgeServer.bean(ProblemCatalogue.class).all();

    assertThat(kinds)
        .hasSizeGreaterThan(20)
        .noneMatch(
            it -> it.title().isBlank() || it.explanation().isBlank() || it.remedy().isBlank());
  }
}

package io.moltrail.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.Call;
import io.moltrail.web.EdgeServer;
import io.moltrail.web.TestSettings;
import io.moltrail.web.problems.BadRequest;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

  private final Cursors cursors = new Cursors(TestSettings.secret(), new SecureRandom());

  @Test
  void follow_each_other_by_cursor() {
    UserId user = EdgeServer.user(Tier.ENTERPRISE);

    assertThat(Call.send(Call.as(user, "/v1/things?cursor=" + firstCursor(user))).body())
        .contains("\"after start\"");
  }

  @Test
  void are_closed_to_another_users_cursor() {
    String cursor = firstCursor(EdgeServer.user(Tier.ENTERPRISE));
    var answer = Call.send(Call.known("/v1/things?cursor=" + cursor));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("malformed-cursor");
  }

  @Test
  void say_their_total_only_when_asked() {
    assertThat(Call.send(Call.known("/v1/things")).body()).doesNotContain("total");
    assertThat(
            Call.send(Call.known("/v1/things").header("Prefer", "wait=1, return=total-count"))
                .body())
        .contains("\"total\":7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "ten", "1e2", "", "99999999999"})
  void are_not_made_with_an_impossible_limit(String limit) {
    var answer = Call.send(Call.known("/v1/things?limit=" + limit));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"pointer\":\"/limit\"");
  }

  @Test
  void keep_what_a_cursor_holds_to_themselves() {
    String cursor = cursors.seal("aspirin", "scope");

    assertThat(cursors.open(cursor, "scope")).isEqualTo("aspirin");
    assertThat(cursor).isNotEqualTo(cursors.seal("aspirin", "scope"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "%%%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void refuse_a_cursor_that_is_none(String cursor) {
    assertThatThrownBy(() -> cursors.open(cursor, "scope")).isInstanceOf(BadRequest.class);
  }

  @Test
  void refuse_a_cursor_of_another_list() {
    String cursor = cursors.seal("payload", "/v1/things\nada");

    assertThatThrownBy(() -> cursors.open(cursor, "/v1/others\nada"))
        .isInstanceOf(BadRequest.class);
  }

  private static String firstCursor(UserId user) {
    String body = Call.send(Call.as(user, "/v1/things")).body();
    return body.replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
  }
}

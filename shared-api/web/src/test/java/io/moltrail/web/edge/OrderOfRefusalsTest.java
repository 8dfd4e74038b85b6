package io.moltrail.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.web.Call;
import io.moltrail.web.EdgeServer;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

class OrderOfRefusalsTest {

  private static final String HIDDEN = "/v1/secret-projects/0190a6f2-0000-7000-8000-000000000000";
  private static final String VISIBLE = "/v1/secret-projects/0190a6f2-0000-7000-8000-000000000001";

  @Test
  void a_stranger_is_refused_before_the_body_is_looked_at() {
    assertThat(status(Call.post(Call.to("/v1/things"), "{"))).isEqualTo(401);
  }

  @Test
  void a_malformed_body_comes_before_a_hidden_resource() {
    assertThat(status(Call.post(Call.known(HIDDEN), "{"))).isEqualTo(400);
  }

  @Test
  void a_hidden_resource_comes_before_an_invalid_field() {
    assertThat(status(Call.post(Call.known(HIDDEN), "{\"name\":7}"))).isEqualTo(404);
    assertThat(status(Call.post(Call.known(VISIBLE), "{\"name\":7}"))).isEqualTo(422);
  }

  @Test
  void a_hidden_list_comes_before_an_impossible_limit() {
    assertThat(status(Call.known(HIDDEN + "/things?limit=0"))).isEqualTo(404);
    assertThat(status(Call.known(VISIBLE + "/things?limit=0"))).isEqualTo(422);
  }

  @Test
  void a_cursor_that_is_not_ours_comes_before_a_hidden_list() {
    assertThat(status(Call.known(HIDDEN + "/things?cursor=made-up"))).isEqualTo(400);
  }

  @Test
  void a_missing_role_comes_before_everything_of_the_handler() {
    assertThat(status(Call.post(Call.known("/v1/admin/things"), "{"))).isEqualTo(403);
    assertThat(
            status(
                Call.post(
                    Call.as(EdgeServer.user(Tier.PRO, SystemRole.ADMIN), "/v1/admin/things"),
                    "{\"name\":\"x\"}")))
        .isEqualTo(200);
  }

  @Test
  void a_role_is_asked_for_once_when_the_answer_comes_later() {
    assertThat(status(Call.known("/v1/admin/later"))).isEqualTo(403);
    assertThat(status(Call.as(EdgeServer.user(Tier.PRO, SystemRole.ADMIN), "/v1/admin/later")))
        .isEqualTo(200);
  }

  @Test
  void an_unknown_path_is_hidden_from_strangers() {
    assertThat(status(Call.to("/v1/nowhere"))).isEqualTo(401);
    assertThat(status(Call.known("/v1/nowhere"))).isEqualTo(404);
  }

  private static int status(HttpRequest.Builder call) {
    return Call.send(call).statusCode();
  }
}

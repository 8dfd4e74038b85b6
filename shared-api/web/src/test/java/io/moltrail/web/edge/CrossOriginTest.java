package io.moltrail.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.web.EdgeServer;
import io.moltrail.web.TestSettings;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Without a network: {@code java.net.http} does not let a test set Origin. */
class CrossOriginTest {

  private final CrossOrigin origins = new CrossOrigin(EdgeServer.bean(Refuser.class));
  private MockHttpServletRequest request;
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @BeforeEach
  void request() {
    request = new MockHttpServletRequest("GET", "/v1/me");
    request.setServerName("internal");
  }

  @Test
  void lets_a_page_of_an_allowed_origin_read_our_headers() throws Exception {
    assertThat(passes("https://lab.example")).isTrue();
    assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo("https://lab.example");
    assertThat(response.getHeader("Access-Control-Expose-Headers"))
        .contains(
            List.of(
                "ETag",
                "X-Consistency-Token",
                "X-RateLimit-Remaining",
                "Location",
                "Retry-After",
                "X-Request-Id"));
  }

  @Test
  void lets_our_own_pages_in_when_a_gateway_hides_our_name() throws Exception {
    assertThat(passes(EdgeServer.ISSUER)).isTrue();
  }

  @Test
  void turns_any_other_page_away_with_a_problem() throws Exception {
    assertThat(passes("https://evil.example")).isFalse();
    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(response.getContentAsString()).contains("/problems/forbidden");
    assertThat(response.getHeader("Access-Control-Allow-Origin")).isNull();
  }

  @Test
  void answers_the_question_before_a_change() throws Exception {
    request.setMethod("OPTIONS");
    request.addHeader("Access-Control-Request-Method", "PATCH");
    request.addHeader("Access-Control-Request-Headers", "if-match, authorization");

    assertThat(passes("https://lab.example")).isTrue();
    assertThat(response.getHeader("Access-Control-Allow-Methods")).contains("PATCH");
  }

  private boolean passes(String origin) throws Exception {
    request.addHeader("Origin", origin);
    return origins.processRequest(CrossOrigin.rules(TestSettings.good()), request, response);
  }
}

package io.moltrail.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.web.Call;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/**
 * Who calls is told by trusted proxies; under which address we are called is told by {@code
 * PUBLIC_URL} alone, whoever says otherwise, even a trusted proxy as the peer of these tests is.
 */
class ForwardedHeadersTest {

  private static final String[] ELSEWHERE = {
    "X-Forwarded-Proto", "https",
    "X-Forwarded-Host", "evil.example",
    "X-Forwarded-Port", "4711",
    "X-Forwarded-Prefix", "/evil",
    "X-Forwarded-Server", "evil.example",
    "X-Original-Host", "evil.example",
    "X-Rewrite-Url", "/evil"
  };

  @Test
  void name_no_host_scheme_or_path_of_ours() {
    for (String path : new String[] {"/", "/docs", "/v3/api-docs", "/v1/whoami", "/problems/x"}) {
      HttpResponse<String> answer = Call.send(Call.to(path).headers(ELSEWHERE));

      assertThat(answer.body() + answer.headers().map()).as(path).doesNotContain("evil", "4711");
    }
  }

  @Test
  void make_no_strange_origin_our_own() {
    HttpResponse<String> answer =
        Call.send(
            Call.known("/v1/whoami").headers(ELSEWHERE).header("Origin", "https://evil.example"));

    assertThat(answer.statusCode()).isEqualTo(403);
  }
}

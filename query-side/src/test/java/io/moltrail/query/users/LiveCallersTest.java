package io.moltrail.query.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.moltrail.messages.LogPlace;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.UserId;
import io.moltrail.query.platform.database.LiveView;
import io.moltrail.query.platform.freshness.Freshness;
import io.moltrail.query.testing.Given;
import io.moltrail.query.testing.QueryServer;
import io.moltrail.web.consistency.ConsistencyTokens;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Waiting for a write comes after the rate limit, except for callers whom nobody knows yet. */
class LiveCallersTest {

  private static final QueryServer SERVER = QueryServer.shared();

  private final LiveCallers callers =
      new LiveCallers(
          SERVER.bean(Users.class), SERVER.bean(LiveView.class), SERVER.bean(Freshness.class));

  /** With the token of a write that cannot be waited for: whoever tries is refused. */
  @BeforeEach
  void serve() {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/v1/me");
    request.addHeader(ConsistencyTokens.HEADER, SERVER.token(new LogPlace(0, 1L << 40, 1L << 40)));
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
  }

  @AfterEach
  void served() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void a_known_caller_is_found_without_waiting_for_their_write() {
    UserId ada = SERVER.user("Ada");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> SERVER.get(ada, "/v1/me").statusCode() == 200);

    assertThat(callers.find(ada)).isPresent();
  }

  @Test
  void for_an_unknown_caller_their_write_is_waited_for() {
    assertThatExceptionOfType(Refusal.Conflict.class)
        .isThrownBy(() -> callers.find(new UserId(Given.uuid())))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("log-restored"));
  }
}

package io.moltrail.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.web.Call;
import io.moltrail.web.EdgeServer;
import io.moltrail.web.ReadinessCheck;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {

  @Test
  void says_up_and_nothing_more() {
    var answer = Call.send(Call.to("/health/live"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
  }

  @Test
  void says_down_until_the_first_round_has_gone_well() {
    HealthController health = new HealthController(new Readiness(List.of(check(() -> true))));

    assertThat(health.ready().getStatusCode().value()).isEqualTo(503);
  }

  @Test
  void says_down_when_one_of_many_checks_fails() {
    Readiness readiness = new Readiness(List.of(check(() -> true), check(() -> false)));
    readiness.round();

    assertThat(readiness.ready()).isFalse();
  }

  @Test
  void takes_an_exception_for_a_failure() {
    Readiness readiness =
        new Readiness(
            List.of(
                check(
                    () -> {
                      throw new IllegalStateException("no connection");
                    })));
    readiness.round();

    assertThat(readiness.ready()).isFalse();
  }

  @Test
  void does_not_wait_for_a_check_that_hangs() {
    CountDownLatch never = new CountDownLatch(1);
    BoundedCheck hanging = new BoundedCheck(check(() -> waited(never)), Duration.ofMillis(20));
    hanging.start();

    assertThat(hanging.passed()).isFalse();
    never.countDown();
  }

  @ParameterizedTest
  @CsvSource({
    "/actuator/health, 200",
    "/actuator/prometheus, 200",
    "/actuator/info, 200",
    "/actuator/env, 404",
    "/actuator/heapdump, 404",
    "/actuator/beans, 404"
  })
  void exposes_three_endpoints_on_the_management_port(String path, int status) {
    URI uri = URI.create("http://localhost:" + EdgeServer.managementPort() + path);
    int answered = Call.send(HttpRequest.newBuilder(uri)).statusCode();

    assertThat(status == 404 ? answered >= 400 : answered == 200)
        .as("%s: %d", path, answered)
        .isTrue();
  }

  @Test
  void keeps_the_management_endpoints_off_the_public_port() {
    assertThat(Call.send(Call.to("/actuator/health")).statusCode()).isEqualTo(401);
    assertThat(Call.send(Call.known("/actuator/prometheus")).statusCode()).isEqualTo(404);
  }

  private static boolean waited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static ReadinessCheck check(BooleanSupplier answer) {
    return new ReadinessCheck() {
      @Override
      public String name() {
        return "a check";
      }

      @Override
      public boolean ready() {
        return answer.getAsBoolean();
      }
    };
  }
}

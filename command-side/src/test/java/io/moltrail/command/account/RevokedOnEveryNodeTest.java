package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moltrail.eventstore.testing.OwnRedis;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.web.redis.RedisGate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A session that is ended on one node is over on the other, whatever becomes of Redis. */
class RevokedOnEveryNodeTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration SOON = Duration.ofSeconds(30);

  private static OwnRedis redis;
  private static ConfigurableApplicationContext here;
  private static ConfigurableApplicationContext there;

  @BeforeAll
  static void startTwoNodes() {
    redis = new OwnRedis();
    TestDatabase database = TestServices.get().freshDatabase();
    Map<String, String> variables = AccountServer.variables(database, AccountServer.newFolder());
    variables.put("REDIS_URL", redis.url());
    variables.put("ADMIN_EMAIL", AccountServer.ADMIN_EMAIL);
    variables.put("ADMIN_PASSWORD", AccountServer.ADMIN_PASSWORD);
    variables.put("RATE_LIMIT_LOGIN", "1000/1m");
    here = AccountServer.start(variables);
    there = AccountServer.start(variables);
  }

  @AfterAll
  static void stop() {
    there.close();
    here.close();
    redis.close();
  }

  @Test
  void with_redis_without_it_and_when_it_comes_back_with_nothing_in_it() {
    JsonNode before = login();
    assertThat(sessions(there, before)).isEqualTo(200);
    logout(here, before);
    awaitEnd(before);

    redis.stop();
    JsonNode meanwhile = login();
    assertThat(sessions(there, meanwhile)).isEqualTo(200);
    logout(here, meanwhile);
    awaitEnd(meanwhile);
    assertThat(sessions(there, before)).isEqualTo(401);

    redis.start();
    await()
        .atMost(SOON)
        .until(
            () -> {
              assertThat(sessions(there, before)).isEqualTo(401);
              assertThat(sessions(there, meanwhile)).isEqualTo(401);
              return knows(before) && knows(meanwhile);
            });
    JsonNode after = login();
    logout(here, after);
    awaitEnd(after);
  }

  /** Within a second, but a loaded machine may take Redis for slow. */
  private static void awaitEnd(JsonNode session) {
    await().atMost(SOON).until(() -> sessions(there, session) == 401);
  }

  /** Redis is back for the other node, too, and has been told. */
  private static boolean knows(JsonNode session) {
    return there.getBean(RedisGate.class).available()
        && here.getBean(RedisGate.class)
            .ask(it -> it.hasKey("moltrail:revoked:" + text(session, "sessionId")))
            .orElse(false)
        && there.getBean(StringRedisTemplate.class).hasKey("moltrail:all-revoked");
  }

  private static JsonNode login() {
    Map<String, String> form =
        Map.of("email", AccountServer.ADMIN_EMAIL, "password", AccountServer.ADMIN_PASSWORD);
    HttpResponse<String> answer =
        send(
            request(here, "/v1/auth/login")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(form))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static void logout(ConfigurableApplicationContext node, JsonNode session) {
    HttpRequest.Builder logout =
        request(node, "/v1/auth/logout")
            .header("Authorization", "Bearer " + text(session, "accessToken"))
            .POST(HttpRequest.BodyPublishers.noBody());
    assertThat(send(logout).statusCode()).isEqualTo(204);
  }

  private static int sessions(ConfigurableApplicationContext node, JsonNode session) {
    return send(request(node, "/v1/auth/sessions")
            .header("Authorization", "Bearer " + text(session, "accessToken")))
        .statusCode();
  }

  private static HttpRequest.Builder request(ConfigurableApplicationContext node, String path) {
    int port = ((ServletWebServerApplicationContext) node).getWebServer().getPort();
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String text(JsonNode node, String name) {
    return node.required(name).stringValue();
  }
}

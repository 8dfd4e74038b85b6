package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.eventstore.testing.FakeVault;
import io.moltrail.eventstore.testing.FakeVault.Mood;
import io.moltrail.eventstore.testing.TestServices;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The command side with its wrapping key in Vault. */
class VaultAwayTest {

  private static final String ENTRANCE = "a made-up one";

  private static FakeVault vault;
  private static ConfigurableApplicationContext side;

  @BeforeAll
  static void start() {
    vault = new FakeVault(ENTRANCE, "moltrail");
    Map<String, String> variables =
        AccountServer.variables(TestServices.get().freshDatabase(), AccountServer.newFolder());
    variables.put("PII_KEK", "vault:moltrail");
    variables.put("VAULT_ADDR", vault.address().toString());
    variables.put("VAULT_TOKEN", ENTRANCE);
    variables.put("ADMIN_EMAIL", AccountServer.ADMIN_EMAIL);
    variables.put("ADMIN_PASSWORD", AccountServer.ADMIN_PASSWORD);
    side = AccountServer.start(variables);
  }

  @AfterAll
  static void stop() {
    side.close();
    vault.close();
  }

  @Test
  void a_change_that_needs_vault_while_it_fails_is_answered_with_503_and_may_be_tried_again()
      throws Exception {
    vault.be(Mood.BROKEN);
    HttpResponse<String> refused = register();

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(refused.body()).contains("unavailable").doesNotContain("Vault", "moltrail\"");

    vault.be(Mood.WELL);
    assertThat(register().statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"password/forgot", "verify-email:resend", "register"})
  void while_vault_fails_known_and_unknown_addresses_get_the_same_answer(String ask)
      throws Exception {
    vault.be(Mood.BROKEN);
    HttpResponse<String> ofKnown = post(ask, AccountServer.ADMIN_EMAIL);
    HttpResponse<String> ofUnknown = post(ask, "nobody@lab.example");
    vault.be(Mood.WELL);

    assertThat(ofKnown.statusCode()).isEqualTo(503).isEqualTo(ofUnknown.statusCode());
    assertThat(ofKnown.headers().map().keySet()).isEqualTo(ofUnknown.headers().map().keySet());
    assertThat(post(ask, AccountServer.ADMIN_EMAIL).statusCode()).isEqualTo(202);
  }

  private static HttpResponse<String> register() throws Exception {
    return post("register", "ada@lab.example");
  }

  private static HttpResponse<String> post(String ask, String email) throws Exception {
    String form =
        ask.equals("register")
            ? ", \"displayName\": \"Ada\", \"password\": \"violet ladder beyond Oslo\""
            : "";
    int port = ((ServletWebServerApplicationContext) side).getWebServer().getPort();
    String body = "{\"email\": \"" + email + "\"" + form + "}";
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/auth/" + ask))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", Call.freshAddress())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}

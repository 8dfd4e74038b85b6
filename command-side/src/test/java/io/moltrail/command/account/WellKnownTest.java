package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WellKnownTest {

  @Test
  void the_published_key_verifies_our_tokens_and_is_only_the_public_half() throws Exception {
    HttpResponse<String> answer = Call.get("/.well-known/jwks.json");
    JWKSet keys = JWKSet.parse(answer.body());
    SignedJWT token =
        SignedJWT.parse(
            Call.field(
                Call.login(AccountServer.ADMIN_EMAIL, AccountServer.ADMIN_PASSWORD),
                "accessToken"));

    assertThat(keys.containsNonPublicKeys()).isFalse();
    assertThat(
            token.verify(
                new ECDSAVerifier(keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
        .isTrue();
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
        .contains("max-age=300", "public");
  }

  @Test
  void an_access_token_says_who_and_not_what_they_may() throws Exception {
    SignedJWT token =
        SignedJWT.parse(
            Call.field(
                Call.login(AccountServer.ADMIN_EMAIL, AccountServer.ADMIN_PASSWORD),
                "accessToken"));

    assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThat(token.getJWTClaimsSet().getClaims().keySet())
        .containsExactlyInAnyOrder(
            "iss", "aud", "sub", "client_id", "sid", "jti", "iat", "exp", "auth_time");
  }

  @Test
  void whom_to_tell_of_a_weakness_stands_in_security_txt() {
    HttpResponse<String> answer = Call.get("/.well-known/security.txt");
    Instant expires =
        Instant.parse(
            answer
                .body()
                .lines()
                .filter(it -> it.startsWith("Expires: "))
                .findFirst()
                .orElseThrow()
                .substring(9));

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(answer.body()).startsWith("Contact: mailto:" + AccountServer.ADMIN_EMAIL + "\n");
    assertThat(expires).isBefore(Instant.now().plus(Duration.ofDays(365)));
  }
}

package io.moltrail.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.Call;
import io.moltrail.web.EdgeServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccessTokenTest {

  private static final UserId USER = EdgeServer.user(Tier.ENTERPRISE);

  record Forgery(String name, String token) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Forgery> forgeries() throws JOSEException {
    JWTClaimsSet good = Call.claims(USER).build();
    Instant now = Instant.now();
    return List.of(
        new Forgery("no algorithm", new PlainJWT(good).serialize()),
        new Forgery("HS256 with the public key as its secret", hs256(good)),
        new Forgery(
            "another key under our key id",
            Call.signed(header("at+jwt", "k1"), good, EdgeServer.key("k1"))),
        new Forgery(
            "an unknown key id", Call.signed(header("at+jwt", "k9"), good, EdgeServer.key("k9"))),
        new Forgery(
            "no key id", Call.signed(header("at+jwt", null), good, EdgeServer.KEYS.getFirst())),
        new Forgery("its own key inside", ownKeyInside(good)),
        new Forgery("type JWT", Call.signed(header("JWT", "k1"), good, EdgeServer.KEYS.getFirst())),
        new Forgery("a critical header we do not know", critical(good)),
        changed("another issuer", it -> it.issuer("https://elsewhere.test")),
        changed("another audience", it -> it.audience("other")),
        changed("no audience", it -> it.audience((String) null)),
        changed("expired", it -> it.expirationTime(Date.from(now.minusSeconds(60)))),
        changed("no expiry", it -> it.expirationTime(null)),
        changed("issued in the future", it -> it.issueTime(Date.from(now.plusSeconds(300)))),
        changed("not yet", it -> it.notBeforeTime(Date.from(now.plusSeconds(300)))),
        changed("no subject", it -> it.subject(null)),
        changed("a random subject", it -> it.subject(UUID.randomUUID().toString())),
        changed(
            "an upper-case subject", it -> it.subject(USER.toString().toUpperCase(Locale.ROOT))),
        changed("no session", it -> it.claim("sid", null)),
        changed("a session that is not a text", it -> it.claim("sid", 7)),
        changed("no token id", it -> it.jwtID(null)),
        changed("no client", it -> it.claim("client_id", null)),
        changed("an unknown user", it -> it.subject(EdgeServer.uuid7().toString())),
        new Forgery("a changed signature", spoilt(Call.token(USER))),
        new Forgery("nothing like a token", "nonsense"),
        new Forgery("an endless token", "a".repeat(9_000)));
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void lets_nobody_in_who_forged_it(Forgery forgery) {
    var answer =
        Call.send(Call.to("/v1/whoami").header("Authorization", "Bearer " + forgery.token()));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("www-authenticate"))
        .hasValueSatisfying(it -> assertThat(it).contains("invalid_token"));
  }

  @Test
  void lets_its_holder_in_again_and_again() {
    var call = Call.as(USER, "/v1/whoami");

    assertThat(List.of(Call.send(call).statusCode(), Call.send(call).statusCode()))
        .containsOnly(200);
  }

  @Test
  void is_worth_nothing_from_the_moment_its_session_is_revoked() {
    var call =
        Call.to("/v1/whoami").header("Authorization", "Bearer " + ofSession("ends-by-redis"));
    int before = Call.send(call).statusCode();

    EdgeServer.bean(Revocations.class).revoke("ends-by-redis", Duration.ofMinutes(10));

    assertThat(List.of(before, Call.send(call).statusCode())).containsExactly(200, 401);
  }

  @Test
  void is_worth_nothing_from_the_moment_its_user_is_suspended() {
    UserId user = EdgeServer.user(Tier.FREE);
    var call = Call.as(user, "/v1/whoami");
    int before = Call.send(call).statusCode();

    EdgeServer.suspend(user);

    assertThat(List.of(before, Call.send(call).statusCode())).containsExactly(200, 401);
  }

  @Test
  void is_not_looked_at_where_anybody_may_call() {
    var call = Call.to("/problems/not-found").header("Authorization", "Bearer expired-long-ago");

    assertThat(Call.send(call).statusCode()).isEqualTo(200);
  }

  @Test
  void is_the_only_way_in() {
    assertThat(
            Call.send(Call.to("/v1/whoami").header("Authorization", "Basic dXNlcjpwdw=="))
                .statusCode())
        .isEqualTo(401);
    assertThat(Call.send(Call.to("/v1/whoami?access_token=" + Call.token(USER))).statusCode())
        .isEqualTo(401);
  }

  private static Forgery changed(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
    return new Forgery(name, Call.token(USER, change));
  }

  private static String ofSession(String session) {
    return Call.token(USER, it -> it.claim("sid", session));
  }

  private static JWSHeader header(String type, String keyId) {
    return new JWSHeader.Builder(JWSAlgorithm.ES256)
        .type(new JOSEObjectType(type))
        .keyID(keyId)
        .build();
  }

  private static String hs256(JWTClaimsSet claims) throws JOSEException {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID("k1")
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(new MACSigner(EdgeServer.KEYS.getFirst().toECPublicKey().getEncoded()));
    return token.serialize();
  }

  private static String ownKeyInside(JWTClaimsSet claims) {
    ECKey own = EdgeServer.key("k1");
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID("k1")
            .jwk(own.toPublicJWK())
            .build();
    return Call.signed(header, claims, own);
  }

  private static String critical(JWTClaimsSet claims) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID("k1")
            .criticalParams(Set.of("moltrail-new"))
            .customParam("moltrail-new", true)
            .build();
    return Call.signed(header, claims, EdgeServer.KEYS.getFirst());
  }

  private static String spoilt(String token) {
    int middle = token.lastIndexOf('.') + 10;
    char other = token.charAt(middle) == 'A' ? 'B' : 'A';
    return token.substring(0, middle) + other + token.substring(middle + 1);
  }
}

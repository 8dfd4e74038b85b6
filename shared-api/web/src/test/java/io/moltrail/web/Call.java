package io.moltrail.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Makes calls to {@link EdgeServer}, each from an address of its own, so that no test empties
 * another's bucket.
 */
public final class Call {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final AtomicInteger ADDRESSES = new AtomicInteger();

  private Call() {}

  public static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + EdgeServer.port() + path))
        .header("X-Forwarded-For", freshAddress());
  }

  public static String freshAddress() {
    int n = ADDRESSES.incrementAndGet();
    return "198.51." + n / 250 + "." + (n % 250 + 1);
  }

  /** By a user whom nobody else uses. */
  public static HttpRequest.Builder known(String path) {
    return as(EdgeServer.user(Tier.ENTERPRISE), path);
  }

  public static HttpRequest.Builder as(UserId user, String path) {
    return to(path).header("Authorization", "Bearer " + token(user));
  }

  public static HttpRequest.Builder post(HttpRequest.Builder call, String json) {
    return call.header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json));
  }

  /** Without an announced length. */
  public static HttpRequest.Builder chunked(HttpRequest.Builder call, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return call.header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
  }

  public static HttpResponse<String> send(HttpRequest.Builder call) {
    try {
      return CLIENT.send(call.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static String token(UserId user) {
    return token(user, it -> it);
  }

  public static String token(UserId user, UnaryOperator<JWTClaimsSet.Builder> change) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID("k1")
            .build();
    return signed(header, change.apply(claims(user)).build(), EdgeServer.KEYS.getFirst());
  }

  public static String signed(JWSHeader header, JWTClaimsSet claims, ECKey key) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public static JWTClaimsSet.Builder claims(UserId user) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(EdgeServer.ISSUER)
        .audience("moltrail")
        .subject(user.toString())
        .claim("client_id", "web")
        .claim("sid", UUID.randomUUID().toString())
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(600)));
  }
}

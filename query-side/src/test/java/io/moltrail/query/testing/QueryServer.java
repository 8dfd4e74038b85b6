package io.moltrail.query.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.messages.Event;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.user.EmailVerified;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.VerifiedBy;
import io.moltrail.query.QueryApplication;
import io.moltrail.web.consistency.ConsistencyTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The query side as it runs alone, over a log of its own; started once for all tests, which keep to
 * ids of their own.
 */
public final class QueryServer {

  private static final String ISSUER = "https://moltrail.test";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LINK_KEY =
      "fedcba98765432100123456789abcdef0f1e2d3c4b5a69788796a5b4c3d2e1f0";

  private static final QueryServer SHARED = new QueryServer();

  private final WrittenLog log = new WrittenLog();
  private final ECKey key = key();
  private final ConfigurableApplicationContext context;

  private QueryServer() {
    log.trust(key);
    context = start(WrittenLog.WRAPPING_KEY);
  }

  /** One more process over the same databases. */
  public ConfigurableApplicationContext start(String wrappingKey) {
    return SpringApplication.run(QueryApplication.class, arguments(wrappingKey));
  }

  private String[] arguments(String wrappingKey) {
    List<String> arguments = new ArrayList<>();
    arguments.add(
        "--DATABASE_URL=" + log.database().url(DatabaseRoles.QUERY).substring("jdbc:".length()));
    arguments.add(
        "--MIGRATION_DATABASE_URL="
            + log.database().url(DatabaseRoles.MIGRATOR).substring("jdbc:".length()));
    arguments.add("--REDIS_URL=" + TestServices.get().redisUrl());
    arguments.add("--LINK_KEY=" + LINK_KEY);
    arguments.add("--PII_KEK=" + wrappingKey);
    arguments.add("--PUBLIC_URL=" + ISSUER);
    arguments.add("--PORT=0");
    arguments.add("--MANAGEMENT_PORT=0");
    return arguments.toArray(String[]::new);
  }

  public static QueryServer shared() {
    return SHARED;
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  public WrittenLog log() {
    return log;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** A user of an account that is open. */
  public UserId user(String displayName) {
    UserId id = new UserId(Given.uuid());
    write(Given.registered(id, displayName), new EmailVerified(id, VerifiedBy.MAIL));
    return id;
  }

  public LogPlace write(Event... events) {
    return log.append("installation", events);
  }

  public String token(LogPlace place) {
    return bean(ConsistencyTokens.class).encode(place);
  }

  public HttpResponse<String> get(UserId user, String path, String... headers) {
    return send(as(user, path, headers).GET());
  }

  public HttpResponse<String> post(UserId user, String path, String json) {
    return send(
        as(user, path, "Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> anonymously(String path) {
    return send(HttpRequest.newBuilder(address(path)));
  }

  private HttpRequest.Builder as(UserId user, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path))
            .header("Authorization", "Bearer " + accessToken(user));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private URI address(String path) {
    int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    return URI.create("http://localhost:" + port + path);
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

  public static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  private String accessToken(UserId user) {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience("moltrail")
            .subject(user.toString())
            .claim("client_id", "web")
            .claim("sid", UUID.randomUUID().toString())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(600)))
            .build();
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256)
                  .type(new JOSEObjectType("at+jwt"))
                  .keyID(key.getKeyID())
                  .build(),
              claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}

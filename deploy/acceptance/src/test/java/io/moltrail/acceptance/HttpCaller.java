package io.moltrail.acceptance;

import io.moltrail.acceptance.contract.Contract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls Moltrail over HTTP, as one user or as nobody. Every answer is held against the API
 * document.
 */
final class HttpCaller {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI address;
  private final Optional<String> accessToken;

  HttpCaller(URI address) {
    this(address, Optional.empty());
  }

  private HttpCaller(URI address, Optional<String> accessToken) {
    this.address = address;
    this.accessToken = accessToken;
  }

  /** The same user at another address, for example the other side. */
  HttpCaller at(URI other) {
    return new HttpCaller(other, accessToken);
  }

  /** Whoever this access token names. */
  HttpCaller with(String token) {
    return new HttpCaller(address, Optional.of(token));
  }

  HttpCaller login(String email, String password) {
    Answer answer = post("/v1/auth/login", Map.of("email", email, "password", password));
    return new HttpCaller(
        address, Optional.of(answer.expect(200).json().get("accessToken").stringValue()));
  }

  boolean ready() {
    try {
      return get("/health/ready").status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  Answer get(String path) {
    return call("GET", path, null, Map.of());
  }

  Answer get(String path, Map<String, String> headers) {
    return call("GET", path, null, headers);
  }

  Answer post(String path, Object body) {
    return call("POST", path, body, Map.of());
  }

  Answer call(String method, String path, @Nullable Object body, Map<String, String> headers) {
    return body == null
        ? send(method, path, HttpRequest.BodyPublishers.noBody(), headers)
        : text(method, path, JSON.writeValueAsString(body), with(headers, "application/json"));
  }

  /** A body exactly as it is written here, JSON or not; {@code headers} name its type. */
  Answer text(String method, String path, String body, Map<String, String> headers) {
    return send(method, path, HttpRequest.BodyPublishers.ofString(body), headers);
  }

  /** JSON exactly as it is written here. */
  Answer json(String method, String path, String body) {
    return text(method, path, body, Map.of("Content-Type", "application/json"));
  }

  /** JSON whose length is not announced. */
  Answer chunked(String method, String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return send(
        method,
        path,
        HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)),
        Map.of("Content-Type", "application/json"));
  }

  private static Map<String, String> with(Map<String, String> headers, String contentType) {
    Map<String, String> all = new HashMap<>(headers);
    all.putIfAbsent("Content-Type", contentType);
    return all;
  }

  private Answer send(
      String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    accessToken.ifPresent(token -> request.header("Authorization", "Bearer " + token));
    headers.forEach(request::header);
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Contract.judge(response);
      return new Answer(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What came back. */
  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    JsonNode json() {
      return JSON.readTree(response.body());
    }

    String header(String name) {
      return response
          .headers()
          .firstValue(name)
          .orElseThrow(() -> new AssertionError("no " + name));
    }

    /** Of a problem: the last part of its type. */
    String code() {
      return json().get("type").stringValue().substring("/problems/".length());
    }

    /** For the reader who must see what this write did. */
    Map<String, String> seen() {
      return Map.of("X-Consistency-Token", header("X-Consistency-Token"), "Prefer", "wait=10");
    }

    Answer expect(int status) {
      if (status() != status) {
        throw new AssertionError(
            response.request().method()
                + " "
                + response.uri().getPath()
                + " answered "
                + status()
                + ", not "
                + status
                + ": "
                + body());
      }
      return this;
    }
  }
}

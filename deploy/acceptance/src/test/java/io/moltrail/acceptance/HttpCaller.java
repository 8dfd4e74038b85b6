package io.moltrail.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls Moltrail over HTTP, as one user or as nobody. */
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
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    accessToken.ifPresent(token -> request.header("Authorization", "Bearer " + token));
    headers.forEach(request::header);
    try {
      return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
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

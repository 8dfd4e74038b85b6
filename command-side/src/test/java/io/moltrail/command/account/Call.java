package io.moltrail.command.account;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls to {@link AccountServer}, each from a client address of its own unless it says otherwise.
 */
final class Call {

  static final String PASSWORD = "lilac tram under Kepler";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Call() {}

  static HttpResponse<String> post(String path, Map<String, ?> body, String... headers) {
    HttpRequest.Builder call =
        HttpRequest.newBuilder(URI.create("http://localhost:" + AccountServer.port() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    return send(call, headers);
  }

  static HttpResponse<String> patch(String path, Object body, String... headers) {
    HttpRequest.Builder call =
        HttpRequest.newBuilder(URI.create("http://localhost:" + AccountServer.port() + path))
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    return send(call, headers);
  }

  static HttpResponse<String> put(String path, Object body, String... headers) {
    HttpRequest.Builder call =
        HttpRequest.newBuilder(URI.create("http://localhost:" + AccountServer.port() + path))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    return send(call, headers);
  }

  static HttpResponse<String> get(String path, String... headers) {
    return send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + AccountServer.port() + path)),
        headers);
  }

  static HttpResponse<String> delete(String path, String... headers) {
    return send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + AccountServer.port() + path))
            .DELETE(),
        headers);
  }

  private static HttpResponse<String> send(HttpRequest.Builder call, String... headers) {
    if (headers.length > 0) {
      call.headers(headers);
    }
    if (!String.join(" ", headers).contains("X-Forwarded-For")) {
      call.header("X-Forwarded-For", freshAddress());
    }
    try {
      return CLIENT.send(call.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String freshAddress() {
    int n = COUNT.incrementAndGet();
    return "198.51." + n / 250 + "." + (n % 250 + 1);
  }

  static String freshEmail() {
    return "chemist" + COUNT.incrementAndGet() + "@lab.example";
  }

  static HttpResponse<String> register(String email, String password) {
    return post(
        "/v1/auth/register",
        Map.of("email", email, "password", password, "displayName", "Marie Curie"));
  }

  static HttpResponse<String> verify(String token) {
    return post("/v1/auth/verify-email", Map.of("token", token));
  }

  static HttpResponse<String> login(String email, String password, String... headers) {
    return post("/v1/auth/login", Map.of("email", email, "password", password), headers);
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  static String field(HttpResponse<String> answer, String name) {
    return json(answer).required(name).stringValue();
  }

  static String[] bearer(HttpResponse<String> login) {
    return new String[] {"Authorization", "Bearer " + field(login, "accessToken")};
  }
}

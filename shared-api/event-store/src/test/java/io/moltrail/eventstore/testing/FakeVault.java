package io.moltrail.eventstore.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of Vault's HTTP API that Moltrail uses: transit's encrypt and decrypt, with real keys in
 * versions, the token in its header, and Vault's ways to refuse.
 */
public final class FakeVault implements AutoCloseable {

  /** How it answers. */
  public enum Mood {
    WELL,
    FORBIDDING,
    BROKEN,
    SILENT,
    GARBLED,
    EMPTY
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String token;
  private final Map<String, TransitKey> keys = new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile Mood mood = Mood.WELL;

  public FakeVault(String token, String... keyNames) {
    this.token = token;
    List.of(keyNames).forEach(it -> keys.put(it, new TransitKey()));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/transit/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  public void be(Mood other) {
    mood = other;
  }

  /** What is wrapped from now on is wrapped under a new version. */
  public void rotate(String key) {
    keys.get(key).rotate();
  }

  public int requests() {
    return requests.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    byte[] body = exchange.getRequestBody().readAllBytes();
    switch (mood) {
      case WELL -> answerWell(exchange, JSON.readTree(body));
      case FORBIDDING -> refuse(exchange, 403, "permission denied");
      case BROKEN -> refuse(exchange, 500, "internal error");
      case SILENT -> {
        await(closing);
        exchange.close();
      }
      case GARBLED -> send(exchange, 200, "{\"data\": {\"plaintext\": \"Z2Fy");
      case EMPTY -> send(exchange, 200, "{\"data\": {}}");
    }
  }

  private void answerWell(HttpExchange exchange, JsonNode request) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    TransitKey key = keys.get(path[4]);
    if (!token.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
      refuse(exchange, 403, "permission denied");
    } else if (key == null) {
      refuse(exchange, 400, "encryption key not found");
    } else {
      try {
        send(exchange, 200, JSON.writeValueAsString(Map.of("data", data(path[3], key, request))));
      } catch (IllegalArgumentException e) {
        refuse(exchange, 400, "invalid ciphertext: unable to decrypt");
      }
    }
  }

  private static Map<String, String> data(String operation, TransitKey key, JsonNode request) {
    byte[] associated = Base64.getDecoder().decode(request.path("associated_data").asString(""));
    return switch (operation) {
      case "encrypt" ->
          Map.of(
              "ciphertext",
              key.encrypt(
                  Base64.getDecoder().decode(request.get("plaintext").asString()), associated));
      case "decrypt" ->
          Map.of(
              "plaintext",
              Base64.getEncoder()
                  .encodeToString(key.decrypt(request.get("ciphertext").asString(), associated)));
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private static void refuse(HttpExchange exchange, int status, String error) throws IOException {
    send(exchange, status, JSON.writeValueAsString(Map.of("errors", List.of(error))));
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.close();
  }
}

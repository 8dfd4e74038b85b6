package io.moltrail.acceptance.contract;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Judges every answer that the tests get by the document of the process that gave it; {@link
 * ContractWatch} says what came of it.
 */
public final class Contract {

  /** What is no part of the API: the documents themselves, and the way to them. */
  private static final Pattern BESIDE = Pattern.compile("/|/v3/api-docs.*|/docs.*|/swagger-ui/.*");

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private static final Map<String, Optional<ApiDocument>> BY_PROCESS = new ConcurrentHashMap<>();
  private static final Map<String, ApiDocument> BY_TEXT = new ConcurrentHashMap<>();
  private static final Set<String> FAULTS = new ConcurrentSkipListSet<>();
  private static final Set<String> SEEN = new ConcurrentSkipListSet<>();
  private static final AtomicLong ANSWERS = new AtomicLong();

  private Contract() {}

  /** Judges an answer; what is wrong with it fails the class that is running. */
  public static void judge(HttpResponse<String> response) {
    Exchange exchange = Exchange.of(response);
    if (BESIDE.matcher(exchange.path()).matches() || isPreflight(response)) {
      return;
    }
    documentOf(exchange.uri())
        .ifPresent(
            document -> {
              ANSWERS.incrementAndGet();
              document
                  .find(exchange.method(), exchange.path())
                  .ifPresent(it -> SEEN.add(it.promise(Integer.toString(exchange.status()))));
              new Judge(document)
                  .faults(exchange)
                  .forEach(it -> FAULTS.add(exchange.what() + ": " + it));
            });
  }

  private static boolean isPreflight(HttpResponse<String> response) {
    return response.request().method().equals("OPTIONS")
        && response.request().headers().firstValue("Access-Control-Request-Method").isPresent();
  }

  /** Empty for a process that has none, as the management port has. */
  private static Optional<ApiDocument> documentOf(URI uri) {
    Optional<ApiDocument> known = BY_PROCESS.get(uri.getAuthority());
    return known == null ? fetched(uri) : known;
  }

  /** A process that is starting or ending cannot be asked; it will be at its next answer. */
  private static Optional<ApiDocument> fetched(URI uri) {
    HttpRequest request =
        HttpRequest.newBuilder(uri.resolve("/v3/api-docs")).timeout(Duration.ofMinutes(1)).build();
    try {
      HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 500) {
        return Optional.empty();
      }
      Optional<ApiDocument> document =
          answer.statusCode() == 200
              ? Optional.of(BY_TEXT.computeIfAbsent(answer.body(), ApiDocument::parse))
              : Optional.empty();
      BY_PROCESS.put(uri.getAuthority(), document);
      return document;
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** What was found since it was asked last. */
  static List<String> takeFaults() {
    List<String> faults = List.copyOf(FAULTS);
    faults.forEach(FAULTS::remove);
    return faults;
  }

  static String summary() {
    Set<String> unseen = new TreeSet<>();
    BY_TEXT.values().forEach(it -> unseen.addAll(it.promises()));
    unseen.removeAll(SEEN);
    long operations =
        SEEN.stream().map(it -> it.substring(0, it.lastIndexOf(' '))).distinct().count();
    return "Contract: %d answers of %d operations validated, %d statuses; never seen: %s"
        .formatted(ANSWERS.get(), operations, SEEN.size(), unseen);
  }
}

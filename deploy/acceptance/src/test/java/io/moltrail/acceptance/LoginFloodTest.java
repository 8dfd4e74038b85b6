package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who guess at passwords, and what others notice of it. */
@FullSuite
class LoginFloodTest {

  private static final int CLIENTS = 50;
  private static final int ADDRESSES = 5_000;
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration QUIET = Duration.ofSeconds(20);
  private static final Duration FLOOD = Duration.ofSeconds(30);
  private static final int HONEST_LOGINS = 4;

  /** For strangers who find no turn in time; whoever is known must get one. */
  private static final int COME_AGAIN = 503;

  private static final Pattern HASHES =
      Pattern.compile("(?m)^moltrail_password_hashes_total(?:\\{[^}]*})? ([0-9.E]+)$");

  @TempDir static Path folder;

  private final Map<Integer, LongAdder> outcomes = new ConcurrentSkipListMap<>();
  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void a_flood_of_logins_slows_no_reader_and_keeps_out_no_known_device() throws Exception {
    try (TwoProcesses moltrail =
            TwoProcesses.quick(folder, Map.of("TRUSTED_PROXIES", "127.0.0.1"));
        ExecutorService threads = Executors.newCachedThreadPool()) {
      Person ada = Installation.person(moltrail.anonymous(), moltrail.administrator(), "Ada");
      String device = login(moltrail, ada.email(), Map.of()).expect(200).header("X-Device-Token");
      PacedReaders readers = PacedReaders.of(ada, moltrail);
      readers.read(WARM_UP);
      double quiet = readers.read(QUIET);

      double before = hashes(moltrail);
      List<Future<?>> flood = new ArrayList<>();
      long end = System.nanoTime() + FLOOD.toNanos();
      for (int client = 0; client < CLIENTS; client++) {
        flood.add(threads.submit(() -> guessUntil(end, moltrail)));
      }
      Future<List<Double>> honest = threads.submit(() -> comeIn(ada, device, moltrail));
      double flooded = readers.read(FLOOD);
      double computed = hashes(moltrail) - before;
      for (Future<?> client : flood) {
        client.get();
      }

      System.out.printf(
          "Login flood: %d clients, %d attempts from %d addresses, answers %s; %.0f hashes in %d s;"
              + " p95 of reads %.1f ms quiet, %.1f ms flooded, ratio %.2f; known device in %s s%n",
          CLIENTS,
          attempts.get(),
          ADDRESSES,
          outcomes,
          computed,
          FLOOD.toSeconds(),
          quiet,
          flooded,
          flooded / quiet,
          honest.get());
      assertThat(computed).isGreaterThanOrEqualTo(100);
      assertThat(honest.get()).hasSize(HONEST_LOGINS);
      assertThat(outcomes.keySet()).contains(401).isSubsetOf(401, COME_AGAIN);
      assertThat(flooded).isLessThan(2 * quiet);
    }
  }

  private void guessUntil(long end, TwoProcesses moltrail) {
    while (System.nanoTime() < end) {
      int n = attempts.getAndIncrement() % ADDRESSES;
      String address = "203." + n / 250 + ".113." + (n % 250 + 1);
      Answer answer =
          login(
              moltrail, "somebody-" + n + "@moltrail.example", Map.of("X-Forwarded-For", address));
      outcomes.computeIfAbsent(answer.status(), ignored -> new LongAdder()).increment();
    }
  }

  /** From another address each time, as phones do; seconds that each login took. */
  private static List<Double> comeIn(Person ada, String device, TwoProcesses moltrail) {
    List<Double> took = new ArrayList<>();
    for (int n = 0; n < HONEST_LOGINS; n++) {
      LockSupport.parkNanos(FLOOD.toNanos() / (HONEST_LOGINS + 1));
      long began = System.nanoTime();
      login(
              moltrail,
              ada.email(),
              Map.of("X-Forwarded-For", "198.51.100." + (n + 1), "X-Device-Token", device))
          .expect(200);
      took.add(Math.round((System.nanoTime() - began) / 1e7) / 100.0);
    }
    return took;
  }

  private static Answer login(TwoProcesses moltrail, String email, Map<String, String> headers) {
    return moltrail
        .anonymous()
        .call(
            "POST",
            "/v1/auth/login",
            Map.of("email", email, "password", Installation.PASSWORD),
            headers);
  }

  /** As the command side itself counts them. */
  private static double hashes(TwoProcesses moltrail) {
    Answer metrics =
        new HttpCaller(moltrail.commandSide().managementAddress())
            .get("/actuator/prometheus")
            .expect(200);
    Matcher counted = HASHES.matcher(metrics.body());
    assertThat(counted.find()).isTrue();
    return Double.parseDouble(counted.group(1));
  }
}

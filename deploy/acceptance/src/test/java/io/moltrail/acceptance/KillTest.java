package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.Installation.Person;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@FullSuite
class KillTest {

  private static final int WRITERS = 3;
  private static final int ROWS = 40;

  @TempDir static Path folder;

  @Test
  void what_was_acknowledged_survives_ten_kills_and_nothing_is_half_written() {
    killAgainAndAgain(folder.resolve("ten"), 10);
  }

  private static void killAgainAndAgain(Path where, int rounds) {
    long seed = Long.getLong("moltrail.seed", System.nanoTime());
    System.out.println("Kill rounds, seed " + seed);
    Random random = new Random(seed);
    try (Installation moltrail = Installation.in(where)) {
      Person chemist = moltrail.person("Chemist");
      String project = Projects.create(chemist.caller(), "Kill", "KILL");
      Journal journal = new Journal();
      for (int round = 0; round < rounds; round++) {
        writeUntilKilled(moltrail, chemist, project, journal, round, random);
        moltrail.startAgain();
        HttpCaller caller = moltrail.anonymous().login(chemist.email(), Installation.PASSWORD);
        chemist = new Person(chemist.id(), chemist.email(), caller);
        journal.check(caller, project);
        System.out.printf(
            "round %d: %d batches acknowledged, %d unknown, started again in %d ms%n",
            round + 1,
            journal.acknowledgedBatches(),
            journal.unknownBatches(),
            moltrail.process().startTime().toMillis());
      }
      addAsIfNothingHadHappened(chemist, project, journal);
    }
  }

  /** Whatever was reserved by those that died: there is room, and no number comes twice. */
  private static void addAsIfNothingHadHappened(Person chemist, String project, Journal journal) {
    List<String> smiles = Alkanes.batch(10_000, 100);
    journal.intend(smiles);
    JsonNode answer = add(chemist, project, smiles);
    assertThat(answer.get("added").intValue()).isEqualTo(100);
    journal.acknowledge(smiles);
    journal.check(chemist.caller(), project);
  }

  private static void writeUntilKilled(
      Installation moltrail,
      Person chemist,
      String project,
      Journal journal,
      int round,
      Random random) {
    CountDownLatch begun = new CountDownLatch(1);
    List<Thread> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      int number = writer;
      writers.add(
          Thread.ofPlatform().start(() -> write(chemist, project, journal, round, number, begun)));
    }
    await(begun);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(1_500)));
    moltrail.process().kill();
    writers.forEach(KillTest::join);
  }

  private static void write(
      Person chemist,
      String project,
      Journal journal,
      int round,
      int writer,
      CountDownLatch begun) {
    try {
      for (int batch = 0; ; batch++) {
        List<String> smiles = Alkanes.batch((round * WRITERS + writer) * 100 + batch, ROWS);
        journal.intend(smiles);
        JsonNode answer = add(chemist, project, smiles);
        assertThat(answer.get("added").intValue()).isEqualTo(ROWS);
        journal.acknowledge(smiles);
        begun.countDown();
      }
    } catch (UncheckedIOException e) {
      begun.countDown(); // the server is gone, as it should
    }
  }

  private static JsonNode add(Person chemist, String project, List<String> smiles) {
    List<Map<String, String>> items = smiles.stream().map(it -> Map.of("smiles", it)).toList();
    return chemist
        .caller()
        .post(
            "/v1/projects/" + project + "/molecules:batch", Map.of("items", items, "atomic", true))
        .expect(207)
        .json();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * What the client knows: batches intended, and batches acknowledged. Each batch is all or none.
   */
  private static final class Journal {
    private final Map<String, List<String>> intended = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    void intend(List<String> smiles) {
      intended.put(smiles.getFirst(), smiles);
    }

    void acknowledge(List<String> smiles) {
      acknowledged.add(smiles.getFirst());
    }

    int acknowledgedBatches() {
      return acknowledged.size();
    }

    int unknownBatches() {
      return intended.size() - acknowledged.size();
    }

    void check(HttpCaller caller, String project) {
      Map<String, String> present = submitted(caller, project);
      intended.forEach(
          (key, smiles) -> {
            long there = smiles.stream().filter(present::containsKey).count();
            if (acknowledged.contains(key)) {
              assertThat(there).as("acknowledged batch " + key).isEqualTo(smiles.size());
            } else {
              assertThat(there).as("unknown batch " + key).isIn(0L, (long) smiles.size());
            }
          });
      Set<String> known = new TreeSet<>();
      intended.values().forEach(known::addAll);
      assertThat(present.keySet()).allMatch(known::contains);
      assertThat(present.values()).doesNotHaveDuplicates();
    }

    /** A write of now: whoever has read up to it has read all that was committed before. */
    private static String fence(HttpCaller caller) {
      String code = Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
      return caller
          .post("/v1/projects", Map.of("name", "fence", "code", code.substring(code.length() - 8)))
          .expect(201)
          .header("X-Consistency-Token");
    }

    private static Map<String, String> submitted(HttpCaller caller, String project) {
      Map<String, String> fence = Map.of("X-Consistency-Token", fence(caller), "Prefer", "wait=10");
      Map<String, String> numbers = new TreeMap<>();
      String path = "/v1/projects/" + project + "/molecules?limit=200";
      String next = path;
      while (next != null) {
        JsonNode page = caller.get(next, fence).expect(200).json();
        for (JsonNode item : page.get("items")) {
          assertThat(item.get("inchiKey").stringValue()).hasSize(27);
          numbers.put(item.get("submitted").stringValue(), item.get("number").stringValue());
        }
        next =
            page.get("next").isNull() ? null : path + "&cursor=" + page.get("next").stringValue();
      }
      return numbers;
    }
  }
}

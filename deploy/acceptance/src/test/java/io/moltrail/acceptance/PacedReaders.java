package io.moltrail.acceptance;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * A few people who read on the query side, each at times of their own, however long the answers
 * take: a read counts from when it was due, so that one that waits for another is slow as well.
 */
final class PacedReaders {

  private static final int READERS = 4;
  private static final int MOLECULES = 100;
  private static final Duration PACE = Duration.ofMillis(200);

  private final HttpCaller caller;
  private final List<String> paths;

  private PacedReaders(HttpCaller caller, List<String> paths) {
    this.caller = caller;
    this.paths = List.copyOf(paths);
  }

  /** In a new project with molecules. */
  static PacedReaders of(Person person, TwoProcesses moltrail) {
    String project = Projects.create(person.caller(), "Reads", "READS");
    List<Map<String, String>> items =
        Alkanes.batch(0, MOLECULES).stream().map(it -> Map.of("smiles", it)).toList();
    Answer added =
        person
            .caller()
            .post("/v1/projects/" + project + "/molecules:batch", Map.of("items", items))
            .expect(207);
    HttpCaller caller = person.caller().at(moltrail.querySide().address());
    String molecules = "/v1/projects/" + project + "/molecules";
    JsonNode page = caller.get(molecules, added.seen()).expect(200).json();
    List<String> paths = new ArrayList<>();
    for (JsonNode molecule : page.get("items")) {
      String path = "/v1/molecules/" + molecule.get("id").stringValue();
      paths.addAll(
          List.of(path, molecules + "?limit=50", path + "/history", "/v1/projects/" + project));
    }
    return new PacedReaders(caller, paths);
  }

  /**
   * @return the 95th percentile of what the reads took, in milliseconds
   */
  double read(Duration howLong) throws Exception {
    List<Double> took = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(READERS)) {
      List<Future<List<Double>>> readers = new ArrayList<>();
      for (int n = 0; n < READERS; n++) {
        long first = System.nanoTime() + PACE.toNanos() * n / READERS;
        readers.add(threads.submit(() -> readFrom(first, howLong)));
      }
      for (Future<List<Double>> reader : readers) {
        took.addAll(reader.get());
      }
    }
    Collections.sort(took);
    return took.get(took.size() * 95 / 100);
  }

  private List<Double> readFrom(long first, Duration howLong) {
    List<Double> took = new ArrayList<>();
    for (int n = 0; n < howLong.dividedBy(PACE); n++) {
      long due = first + n * PACE.toNanos();
      LockSupport.parkNanos(due - System.nanoTime());
      caller.get(paths.get((int) (first + n & Integer.MAX_VALUE) % paths.size())).expect(200);
      took.add((System.nanoTime() - due) / 1e6);
    }
    return took;
  }
}

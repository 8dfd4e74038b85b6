package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(Shared.class)
class ReadYourWritesTest {

  private static final int WRITES = 200;

  /** The time is printed, not asserted: what a test may assert is that nothing was stale. */
  @Test
  void of_two_hundred_writes_none_is_read_back_stale_from_the_other_process(TwoProcesses moltrail) {
    Person chemist = Installation.person(moltrail.anonymous(), moltrail.administrator(), "Chemist");
    HttpCaller writer = chemist.caller();
    HttpCaller reader = writer.at(moltrail.querySide().address());
    String project = Projects.create(writer, "Read your writes", "RYW");
    long[] micros = new long[WRITES];
    for (int write = 0; write < WRITES; write++) {
      Answer written =
          writer
              .post(
                  "/v1/projects/" + project + "/molecules", Map.of("smiles", Alkanes.smiles(write)))
              .expect(201);
      String id = written.json().get("id").stringValue();
      String token = written.header("X-Consistency-Token");
      long began = System.nanoTime();
      JsonNode read =
          reader
              .get("/v1/molecules/" + id, Map.of("X-Consistency-Token", token))
              .expect(200)
              .json();
      micros[write] = (System.nanoTime() - began) / 1_000;
      assertThat(read).isEqualTo(written.json());
    }
    Arrays.sort(micros);
    System.out.printf(
        "Read your writes over two processes: %d writes, p50 %.1f ms, p95 %.1f ms, max %.1f ms%n",
        WRITES,
        micros[WRITES / 2] / 1e3,
        micros[WRITES * 95 / 100] / 1e3,
        micros[WRITES - 1] / 1e3);
  }
}

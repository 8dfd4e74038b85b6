package io.moltrail.chemistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ThreadSafetyTest {

  @Test
  void many_callers_at_once_get_what_one_caller_gets() throws Exception {
    var spellings = Spellings.ofSeed("many_callers_at_once_get_what_one_caller_gets");
    var molecules = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      molecules.add(spellings.molecule());
    }
    List<StructureReading> alone;
    try (var single = new Chemistry(1, 64, Duration.ofSeconds(30))) {
      alone = single.readAll(molecules, TautomerRule.DISTINCT);
    }
    try (var shared = new Chemistry(4, 3, Duration.ofSeconds(30));
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<List<StructureReading>>>();
      for (int i = 0; i < 6; i++) {
        answers.add(callers.submit(() -> shared.readAll(molecules, TautomerRule.DISTINCT)));
      }
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    }
  }
}

package io.moltrail.chemistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ChemistryPoolTest {

  private final CountDownLatch release = new CountDownLatch(1);
  private final CountDownLatch stuck = new CountDownLatch(1);

  /** Work that, like native code, does not listen to interrupts. */
  private String stuckWork() {
    stuck.countDown();
    boolean done = false;
    while (!done) {
      try {
        release.await();
        done = true;
      } catch (InterruptedException e) {
        Thread.interrupted();
      }
    }
    return "late";
  }

  @Test
  void work_over_its_limit_is_given_up_and_the_pool_keeps_its_size() {
    try (var pool = new ChemistryPool(1, 4, Duration.ofMillis(50))) {
      assertThat(pool.await(pool.submit(this::stuckWork))).isEmpty();
      assertThat(pool.await(pool.submit(() -> "next"))).contains("next");
      release.countDown();
    }
  }

  @Test
  void no_more_threads_are_abandoned_than_the_pool_has() {
    try (var pool = new ChemistryPool(1, 4, Duration.ofMillis(50))) {
      assertThat(pool.await(pool.submit(this::stuckWork))).isEmpty();
      assertThat(pool.await(pool.submit(this::stuckWork))).isEmpty();
      assertThatThrownBy(() -> pool.submit(() -> "no thread left"))
          .isInstanceOf(ChemistryBusyException.class);
      release.countDown();
    }
  }

  @Test
  void a_full_queue_refuses_more_work() throws InterruptedException {
    try (var pool = new ChemistryPool(1, 1, Duration.ofSeconds(30))) {
      var running = pool.submit(this::stuckWork);
      stuck.await();
      var waiting = pool.submit(() -> "waiting");
      assertThatThrownBy(() -> pool.submit(() -> "no room"))
          .isInstanceOf(ChemistryBusyException.class);
      release.countDown();
      assertThat(pool.await(running)).contains("late");
      assertThat(pool.await(waiting)).contains("waiting");
    }
  }

  @Test
  void a_failure_of_the_work_reaches_the_caller() {
    try (var pool = new ChemistryPool(1, 1, Duration.ofSeconds(30))) {
      var failing =
          pool.submit(
              () -> {
                throw new IllegalStateException("boom");
              });
      assertThatThrownBy(() -> pool.await(failing)).hasMessage("boom");
    }
  }

  @Test
  void what_the_warm_up_takes_counts_against_nobodys_limit() throws InterruptedException {
    try (var pool = new ChemistryPool(2, 4, Duration.ofMillis(50), this::stuckWork)) {
      var first = pool.submit(() -> "first");
      var second = pool.submit(() -> "second");
      stuck.await();
      assertThat(first.startsWithin(Duration.ofMillis(200))).isFalse();

      release.countDown();

      assertThat(pool.await(first)).contains("first");
      assertThat(pool.await(second)).contains("second");
    }
  }

  @Test
  void without_its_toolkit_the_pool_takes_no_work() throws InterruptedException {
    Runnable broken =
        () -> {
          stuckWork();
          throw new IllegalStateException("no toolkit");
        };
    try (var pool = new ChemistryPool(1, 4, Duration.ofMillis(50), broken)) {
      var waiting = pool.submit(() -> "waiting");
      release.countDown();

      assertThatThrownBy(() -> pool.await(waiting)).isInstanceOf(ChemistryBusyException.class);
    }
  }

  @Test
  void a_closed_pool_takes_no_work() {
    var pool = new ChemistryPool(1, 1, Duration.ofSeconds(1));
    pool.close();
    assertThatThrownBy(() -> pool.submit(() -> "late")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void the_stack_of_the_pool_has_room_for_the_deepest_structure() {
    try (var chemistry = new Chemistry(1, 1, Duration.ofSeconds(30))) {
      assertThat(chemistry.read("N" + "(C".repeat(250) + ")".repeat(250), TautomerRule.SAME))
          .isInstanceOf(StructureReading.Accepted.class);
    }
  }
}

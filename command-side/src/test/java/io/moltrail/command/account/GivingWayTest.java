package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class GivingWayTest {

  @Test
  void a_thread_that_gives_way_is_nicer_than_all_others() {
    int mine = nice();
    CompletableFuture<Integer> its = new CompletableFuture<>();
    Thread.ofPlatform().start(GivingWay.first(() -> its.complete(nice())));

    assertThat(its.join()).isEqualTo(Math.min(19, mine + 10));
    assertThat(nice()).isEqualTo(mine);
  }

  @Test
  void hashes_are_computed_on_such_threads() {
    int mine = nice();

    assertThat(HashGate.leavingACore().pass(HashLine.OURSELVES, GivingWayTest::nice))
        .isEqualTo(Math.min(19, mine + 10));
  }

  /** Of the calling thread: the 19th field, so the 17th after the name in brackets. */
  private static int nice() {
    try {
      String stat =
          Files.readString(Path.of("/proc/thread-self/stat"), StandardCharsets.ISO_8859_1);
      return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

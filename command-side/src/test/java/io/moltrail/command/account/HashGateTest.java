package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moltrail.messages.user.UserId;
import io.moltrail.web.problems.ServiceUnavailable;
import io.moltrail.web.security.CallerAddress;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashGateTest {

  private final Deque<Runnable> worker = new ArrayDeque<>();
  private final HashGate gate = new HashGate(worker::add);
  private final List<String> hashed = new ArrayList<>();

  @Test
  void forty_logins_of_one_address_all_get_their_turn() {
    List<FutureTask<String>> logins =
        IntStream.range(0, 40).mapToObj(n -> enter(address(1), "login " + n)).toList();
    assertThat(gate.waiting()).isEqualTo(40);
    work(40);

    assertThat(logins).allMatch(it -> it.isDone() && !it.isCancelled());
    assertThat(hashed).hasSize(40).first().isEqualTo("login 0");
  }

  @Test
  void somebody_elses_many_logins_delay_nobody_by_more_than_one() {
    IntStream.range(0, 60).forEach(n -> enter(address(1), "flood"));
    enter(address(2), "honest");
    work(2);

    assertThat(hashed).containsExactly("flood", "honest");
  }

  @Test
  void known_devices_and_users_come_before_a_flood_of_addresses() {
    IntStream.range(0, 200).forEach(n -> enter(address(n), "flood"));
    enter(HashLine.ofAccount("ada@lab.example"), "device");
    enter(HashLine.of(new UserId(new UUID(0, 7))), "user");
    work(2);

    assertThat(hashed).containsExactly("device", "user");
  }

  @Test
  void however_many_devices_an_account_has_it_keeps_no_other_account_out() {
    IntStream.range(0, 250).forEach(n -> enter(HashLine.ofAccount("eve@lab.example"), "eve"));
    FutureTask<String> honest = enter(HashLine.ofAccount("ada@lab.example"), "ada");
    work(2);

    assertThat(honest.isDone()).isTrue();
    assertThat(hashed).containsExactly("eve", "ada");
  }

  @Test
  void known_ones_leave_every_fourth_turn_to_strangers() {
    IntStream.range(0, 6).forEach(n -> enter(HashLine.ofAccount("account " + n), "known"));
    IntStream.range(0, 2).forEach(n -> enter(address(n), "stranger"));
    work(8);

    assertThat(hashed)
        .containsExactly(
            "known", "known", "known", "stranger", "known", "known", "known", "stranger");
  }

  @Test
  void in_a_flood_from_few_addresses_there_is_a_place_for_a_newcomer() {
    IntStream.range(0, 400).forEach(n -> enter(address(n % 5), "flood"));
    FutureTask<String> honest = enter(address(9), "honest");
    work(6);

    assertThat(gate.waiting()).isLessThan(200);
    assertThat(honest.isDone()).isTrue();
    assertThat(hashed).endsWith("honest");
  }

  @Test
  void whoever_finds_no_place_is_told_to_come_again() {
    IntStream.range(0, 60).forEach(n -> enter(address(1), "flood"));

    assertThatThrownBy(() -> gate.pass(address(1), () -> "one more"))
        .isInstanceOf(ServiceUnavailable.class);
    assertThat(gate.waiting()).isEqualTo(60);
  }

  @Test
  void what_fails_in_a_hash_fails_for_whoever_asked_for_it() {
    HashGate atOnce = new HashGate(Runnable::run);

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                atOnce.pass(
                    address(1),
                    () -> {
                      throw new IllegalStateException("no such scheme");
                    }))
        .withMessage("no such scheme");
  }

  private FutureTask<String> enter(HashLine line, String what) {
    return gate.enter(
        line,
        () -> {
          hashed.add(what);
          return what;
        });
  }

  private void work(int hashes) {
    for (int done = 0; done < hashes; done++) {
      worker.remove().run();
    }
  }

  private static HashLine address(int n) {
    return HashLine.of(
        new CallerAddress(InetAddress.ofLiteral("198.51." + n / 250 + "." + n % 250)));
  }
}

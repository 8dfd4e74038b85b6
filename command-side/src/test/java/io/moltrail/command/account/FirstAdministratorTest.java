package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moltrail.command.platform.Rights;
import io.moltrail.command.platform.UnfitToStartException;
import io.moltrail.eventstore.testing.TestServices;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class FirstAdministratorTest {

  private final Map<String, String> variables =
      AccountServer.variables(TestServices.get().freshDatabase(), AccountServer.newFolder());

  @Test
  void two_nodes_that_start_at_once_make_one_administrator_and_a_third_makes_none()
      throws Exception {
    try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
      Future<ConfigurableApplicationContext> one =
          nodes.submit(() -> AccountServer.start(variables));
      Future<ConfigurableApplicationContext> other =
          nodes.submit(() -> AccountServer.start(variables));
      try (ConfigurableApplicationContext first = one.get();
          ConfigurableApplicationContext second = other.get();
          ConfigurableApplicationContext third = AccountServer.start(variables)) {
        List<InitialAdministrator> made =
            Stream.of(first, second, third).flatMap(FirstAdministratorTest::announced).toList();

        assertThat(made).hasSize(1);
        assertThat(made.getFirst().password()).hasSize(24);
        assertThat(made.getFirst().toString()).doesNotContain(made.getFirst().password());
        assertThat(third.getBean(Rights.class).hasAdministrator()).isTrue();
      }
    }
  }

  @Test
  void a_weak_password_ends_the_start_with_a_sentence() {
    variables.put("ADMIN_EMAIL", "root@lab.example");
    variables.put("ADMIN_PASSWORD", "administrator-root-1");

    assertThatThrownBy(() -> AccountServer.start(variables).close())
        .isInstanceOf(UnfitToStartException.class)
        .hasMessageStartingWith(
            "Moltrail does not start because ADMIN_PASSWORD is not good enough: ");
  }

  private static Stream<InitialAdministrator> announced(ConfigurableApplicationContext context) {
    return context.getBean(AccountServer.Announced.class).administrators().stream();
  }
}

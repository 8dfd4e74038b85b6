package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.command.account.Credentials.Credential;
import io.moltrail.messages.user.EmailAddress;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Users who know their password have another. */
class PasswordChangeTest {

  private static final String NEW_PASSWORD = "amber kites over Tromso";

  private final String email = Call.freshEmail();

  @BeforeEach
  void register() {
    Mailbox.openAccount(email, Call.PASSWORD);
  }

  @Test
  void a_change_ends_all_other_sessions_keeps_this_one_and_is_told_by_mail() {
    HttpResponse<String> mine = Call.login(email, Call.PASSWORD);
    HttpResponse<String> other = Call.login(email, Call.PASSWORD);

    HttpResponse<String> changed = change(mine, Call.PASSWORD, NEW_PASSWORD);

    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
    assertThat(sessions(mine)).isEqualTo(200);
    assertThat(sessions(other)).isEqualTo(401);
    assertThat(Call.login(email, Call.PASSWORD).statusCode()).isEqualTo(401);
    assertThat(Call.login(email, NEW_PASSWORD).statusCode()).isEqualTo(200);
    assertThat(Mailbox.mails(email, 2).getLast()).contains("Subject: Your password was changed");
  }

  @Test
  void a_change_uses_up_a_link_that_was_asked_for_before() {
    Call.post("/v1/auth/password/forgot", Map.of("email", email));
    String link = Mailbox.newestToken(email, 2);
    change(Call.login(email, Call.PASSWORD), Call.PASSWORD, NEW_PASSWORD);

    HttpResponse<String> reset =
        Call.post("/v1/auth/password/reset", Map.of("token", link, "newPassword", Call.PASSWORD));

    assertThat(reset.body()).contains("/problems/invalid-mail-token");
  }

  @Test
  void who_does_not_know_the_password_changes_nothing_and_may_guess_only_so_often() {
    HttpResponse<String> mine = Call.login(email, Call.PASSWORD);
    HttpResponse<String> refused = change(mine, "a wrong password, sadly", NEW_PASSWORD);
    List<Integer> guesses =
        Stream.generate(() -> change(mine, "a wrong password, sadly", NEW_PASSWORD).statusCode())
            .limit(30)
            .takeWhile(it -> it == 422)
            .toList();

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("\"pointer\":\"/currentPassword\"", "\"code\":\"wrong-password\"");
    assertThat(guesses).hasSizeBetween(4, 28);
    assertThat(change(mine, Call.PASSWORD, NEW_PASSWORD).statusCode()).isEqualTo(429);
    assertThat(Call.login(email, Call.PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void a_password_that_is_not_good_enough_is_refused_and_is_no_guess() {
    HttpResponse<String> mine = Call.login(email, Call.PASSWORD);
    List<HttpResponse<String>> refused =
        Stream.generate(() -> change(mine, Call.PASSWORD, "too short")).limit(8).toList();

    assertThat(refused)
        .allMatch(it -> it.statusCode() == 422)
        .allMatch(it -> it.body().contains("\"pointer\":\"/newPassword\""));
  }

  @Test
  void no_session_is_opened_by_a_password_that_was_replaced_while_it_was_compared() {
    Credentials credentials = AccountServer.bean(Credentials.class);
    TransactionTemplate transaction =
        new TransactionTemplate(AccountServer.bean(PlatformTransactionManager.class));
    Credential compared = credentials.of(new EmailAddress(email)).orElseThrow();
    transaction.executeWithoutResult(
        ignored -> assertThat(credentials.stillHolds(compared)).isTrue());

    change(Call.login(email, Call.PASSWORD), Call.PASSWORD, NEW_PASSWORD);

    transaction.executeWithoutResult(
        ignored -> assertThat(credentials.stillHolds(compared)).isFalse());
  }

  private static HttpResponse<String> change(
      HttpResponse<String> login, String current, String password) {
    return Call.post(
        "/v1/auth/password/change",
        Map.of("currentPassword", current, "newPassword", password),
        Call.bearer(login));
  }

  private static int sessions(HttpResponse<String> login) {
    return Call.get("/v1/auth/sessions", Call.bearer(login)).statusCode();
  }
}

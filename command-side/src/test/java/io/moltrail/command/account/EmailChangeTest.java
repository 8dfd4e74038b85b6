package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EmailChangeTest {

  private static final String ASK = "/v1/me/email-change";
  private static final String CONFIRM = ASK + ":confirm";

  private final String email = Call.freshEmail();
  private final String wanted = Call.freshEmail();

  @Test
  void a_confirmed_address_opens_the_account_and_the_former_is_free_again() {
    HttpResponse<String> ada = open(email);
    assertThat(ask(ada, wanted).statusCode()).isEqualTo(202);
    assertThat(Call.login(wanted, Call.PASSWORD).statusCode()).isEqualTo(401);

    HttpResponse<String> confirmed = confirm(ada, Mailbox.newestToken(wanted, 1));

    assertThat(confirmed.statusCode()).isEqualTo(204);
    assertThat(confirmed.headers().map()).containsKeys("x-consistency-token", "etag");
    assertThat(Call.login(wanted, Call.PASSWORD).statusCode()).isEqualTo(200);
    assertThat(Call.login(email, Call.PASSWORD).statusCode()).isEqualTo(401);
    assertThat(Mailbox.mails(email, 2).getLast()).contains("another e-mail address from now on");
    Call.register(email, Call.PASSWORD);
    assertThat(Call.verify(Mailbox.newestToken(email, 3)).statusCode()).isEqualTo(204);
    assertThat(Call.login(wanted, Call.PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void a_wrong_password_is_refused_and_counted() {
    HttpResponse<String> ada = open(email);
    List<HttpResponse<String>> mistakes =
        Stream.generate(() -> ask(ada, wanted, "a wrong password, sadly"))
            .limit(30)
            .takeWhile(it -> it.statusCode() != 429)
            .toList();

    assertThat(mistakes).hasSizeBetween(5, 29).allMatch(it -> it.statusCode() == 422);
    assertThat(mistakes.getFirst().body()).contains("wrong-password", "/password");
    assertThat(ask(ada, wanted).statusCode()).isEqualTo(429);
    assertThat(AccountServer.mailsTo(wanted)).isEmpty();
  }

  @Test
  void a_user_asks_three_times_an_hour() {
    HttpResponse<String> ada = open(email);
    List<Integer> statuses =
        Stream.generate(() -> ask(ada, Call.freshEmail()).statusCode()).limit(4).toList();

    assertThat(statuses).containsExactly(202, 202, 202, 429);
  }

  @Test
  void an_address_that_was_not_confirmed_in_time_is_forgotten() {
    HttpResponse<String> ada = open(email);
    ask(ada, wanted);
    String token = Mailbox.newestToken(wanted, 1);
    AccountServer.bean(WantedAddresses.class).forgetExpired();
    assertThat(envelopes(token)).isOne();
    AccountServer.superuser()
        .sql("update command.mail_token set expires_at = now() where token_hash = ?")
        .param(new OpaqueToken(token).hash())
        .update();
    AccountServer.bean(WantedAddresses.class).forgetExpired();

    assertThat(envelopes(token)).isZero();
  }

  private static long envelopes(String token) {
    return AccountServer.superuser()
        .sql(
            "select count(*) from command.mail_token where token_hash = ? and envelope is not null")
        .param(new OpaqueToken(token).hash())
        .query(Long.class)
        .single();
  }

  @Test
  void a_free_address_and_one_that_is_taken_get_the_same_answer() {
    HttpResponse<String> ada = open(email);
    HttpResponse<String> free = ask(ada, wanted);
    HttpResponse<String> taken = ask(ada, AccountServer.ADMIN_EMAIL);
    HttpResponse<String> own = ask(ada, email);

    assertThat(free.statusCode()).isEqualTo(202);
    assertThat(List.of(taken.statusCode(), own.statusCode())).containsOnly(202);
    assertThat(List.of(taken.body(), own.body())).containsOnly(free.body());
    assertThat(free.headers().map().keySet()).isEqualTo(taken.headers().map().keySet());
    assertThat(Mailbox.mails(AccountServer.ADMIN_EMAIL, 1).getLast())
        .contains("wants this to be its e-mail address");
  }

  @Test
  void a_token_is_its_users_alone_and_good_once() {
    HttpResponse<String> ada = open(email);
    HttpResponse<String> grace = open(Call.freshEmail());
    ask(ada, wanted);
    String token = Mailbox.newestToken(wanted, 1);

    assertThat(Call.post(CONFIRM, Map.of("token", token)).statusCode()).isEqualTo(401);
    assertInvalid(confirm(grace, token));
    assertInvalid(confirm(ada, token + "x"));
    assertThat(Call.verify(token).statusCode()).isEqualTo(422);
    assertThat(confirm(ada, token).statusCode()).isEqualTo(204);
    assertInvalid(confirm(ada, token));
  }

  @Test
  void the_newest_token_counts() {
    HttpResponse<String> ada = open(email);
    ask(ada, wanted);
    String first = Mailbox.newestToken(wanted, 1);
    String other = Call.freshEmail();
    ask(ada, other);

    assertInvalid(confirm(ada, first));
    assertThat(confirm(ada, Mailbox.newestToken(other, 1)).statusCode()).isEqualTo(204);
  }

  @Test
  void somebody_elses_attempt_that_was_not_verified_gives_way() {
    HttpResponse<String> ada = open(email);
    Call.register(wanted, Call.PASSWORD);
    String attempt = Mailbox.newestToken(wanted, 1);
    ask(ada, wanted);

    assertThat(confirm(ada, Mailbox.newestToken(wanted, 2)).statusCode()).isEqualTo(204);
    assertThat(Call.verify(attempt).statusCode()).isEqualTo(409);
  }

  @Test
  void an_address_that_was_taken_meanwhile_is_refused_like_a_bad_token() {
    HttpResponse<String> ada = open(email);
    ask(ada, wanted);
    String token = Mailbox.newestToken(wanted, 1);
    Call.register(wanted, Call.PASSWORD);
    Call.verify(Mailbox.newestToken(wanted, 2));

    assertInvalid(confirm(ada, token));
    assertThat(Call.login(email, Call.PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void of_two_who_confirm_one_address_at_once_one_gets_it() throws Exception {
    HttpResponse<String> ada = open(email);
    HttpResponse<String> grace = open(Call.freshEmail());
    ask(ada, wanted);
    String adas = Mailbox.newestToken(wanted, 1);
    ask(grace, wanted);
    String graces = Mailbox.newestToken(wanted, 2);
    try (ExecutorService clients = Executors.newFixedThreadPool(2)) {
      List<Callable<Integer>> calls =
          List.of(() -> confirm(ada, adas).statusCode(), () -> confirm(grace, graces).statusCode());
      List<Integer> statuses =
          clients.invokeAll(calls).stream().map(Future::resultNow).sorted().toList();

      assertThat(statuses).containsExactly(204, 422);
    }
  }

  @Test
  void the_wanted_address_waits_sealed_and_is_forgotten_once_confirmed() {
    HttpResponse<String> ada = open(email);
    ask(ada, wanted);
    String token = Mailbox.newestToken(wanted, 1);
    String waiting = rows("envelope is not null and used_at is null");
    confirm(ada, token);

    assertThat(waiting).contains("user:").doesNotContain(wanted, token);
    assertThat(rows("purpose = 'change-email' and used_at is not null and envelope is not null"))
        .isEmpty();
  }

  private static HttpResponse<String> open(String email) {
    Mailbox.openAccount(email, Call.PASSWORD);
    return Call.login(email, Call.PASSWORD);
  }

  private static HttpResponse<String> ask(HttpResponse<String> login, String address) {
    return ask(login, address, Call.PASSWORD);
  }

  private static HttpResponse<String> ask(
      HttpResponse<String> login, String address, String password) {
    return Call.post(ASK, Map.of("newEmail", address, "password", password), Call.bearer(login));
  }

  private static HttpResponse<String> confirm(HttpResponse<String> login, String token) {
    return Call.post(CONFIRM, Map.of("token", token), Call.bearer(login));
  }

  private static void assertInvalid(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("/problems/invalid-mail-token");
  }

  private static String rows(String condition) {
    return String.join(
        "\n",
        AccountServer.superuser()
            .sql("select t::text from command.mail_token t where " + condition)
            .query(String.class)
            .list());
  }
}

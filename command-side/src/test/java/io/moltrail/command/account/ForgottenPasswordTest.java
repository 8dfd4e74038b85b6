package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever reads the mailbox of an open account can give it another password, and nobody else. */
class ForgottenPasswordTest {

  private static final String NEW_PASSWORD = "amber kites over Tromso";

  private final String email = Call.freshEmail();

  @BeforeEach
  void register() {
    Mailbox.openAccount(email, Call.PASSWORD);
  }

  @Test
  void a_reset_ends_all_sessions_and_the_holder_is_told() {
    List<HttpResponse<String>> logins =
        Stream.generate(() -> Call.login(email, Call.PASSWORD)).limit(2).toList();
    forgot(email);

    HttpResponse<String> reset = reset(Mailbox.newestToken(email, 2), NEW_PASSWORD);

    assertThat(reset.statusCode()).as(reset.body()).isEqualTo(204);
    assertThat(logins)
        .allMatch(it -> Call.get("/v1/auth/sessions", Call.bearer(it)).statusCode() == 401);
    assertThat(Call.login(email, Call.PASSWORD).statusCode()).isEqualTo(401);
    assertThat(Call.login(email, NEW_PASSWORD).statusCode()).isEqualTo(200);
    assertThat(Mailbox.mails(email, 3).getLast())
        .contains("Subject: Your password was changed")
        .doesNotContain(NEW_PASSWORD);
  }

  @Test
  void a_token_is_good_once_and_the_newest_alone() {
    forgot(email);
    String older = Mailbox.newestToken(email, 2);
    forgot(email);
    String newer = Mailbox.newestToken(email, 3);

    assertRefused(reset(older, NEW_PASSWORD));
    assertThat(reset(newer, NEW_PASSWORD).statusCode()).isEqualTo(204);
    assertRefused(reset(newer, NEW_PASSWORD));
    assertRefused(reset("made-up", NEW_PASSWORD));
  }

  @Test
  void a_token_is_good_for_an_hour() {
    forgot(email);
    String token = Mailbox.newestToken(email, 2);
    int aged =
        AccountServer.superuser()
            .sql(
                """
                update command.mail_token set expires_at = expires_at - interval '1 hour'
                where token_hash = ? and expires_at < now() + interval '1 hour'
                """)
            .param(new OpaqueToken(token).hash())
            .update();

    assertThat(aged).isEqualTo(1);
    assertRefused(reset(token, NEW_PASSWORD));
  }

  @Test
  void a_token_that_verifies_an_address_resets_no_password_and_the_other_way_round() {
    String unverified = Call.freshEmail();
    Call.register(unverified, Call.PASSWORD);
    forgot(email);

    assertRefused(reset(Mailbox.newestToken(unverified, 1), NEW_PASSWORD));
    assertRefused(Call.verify(Mailbox.newestToken(email, 2)));
  }

  @Test
  void a_password_that_is_refused_leaves_the_token_good() {
    forgot(email);
    String token = Mailbox.newestToken(email, 2);

    for (String bad : List.of("too short", "passwordpassword", email + "1")) {
      HttpResponse<String> refused = reset(token, bad);
      assertThat(refused.statusCode()).as(bad).isEqualTo(422);
      assertThat(refused.body()).contains("\"pointer\":\"/newPassword\"");
    }
    assertThat(reset(token, NEW_PASSWORD).statusCode()).isEqualTo(204);
  }

  @Test
  void who_is_unknown_unverified_or_suspended_gets_the_same_answer_and_no_link() {
    String unverified = Call.freshEmail();
    Call.register(unverified, Call.PASSWORD);
    String suspended = Call.freshEmail();
    Mailbox.openAccount(suspended, Call.PASSWORD);
    suspend(suspended);
    long before = links();

    List<HttpResponse<String>> answers =
        Stream.of(email, unverified, suspended, Call.freshEmail())
            .map(ForgottenPasswordTest::forgot)
            .toList();

    assertThat(answers).allMatch(it -> it.statusCode() == 202);
    assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
    assertThat(answers.stream().map(it -> it.headers().map().keySet()).distinct())
        .singleElement()
        .satisfies(it -> assertThat(it).doesNotContain("etag", "x-consistency-token"));
    assertThat(links() - before).isEqualTo(1);
    assertThat(Mailbox.mails(email, 2)).hasSize(2);
  }

  @Test
  void a_link_opens_nothing_once_its_holder_is_suspended() {
    forgot(email);
    String token = Mailbox.newestToken(email, 2);
    suspend(email);

    assertRefused(reset(token, NEW_PASSWORD));
  }

  @Test
  void asking_is_limited_per_client_address() {
    String[] from = {"X-Forwarded-For", Call.freshAddress()};
    List<Integer> statuses =
        Stream.generate(
                () ->
                    Call.post("/v1/auth/password/forgot", Map.of("email", Call.freshEmail()), from)
                        .statusCode())
            .limit(4)
            .toList();

    assertThat(statuses).containsExactly(202, 202, 202, 429);
  }

  @Test
  void each_step_leaves_a_security_event_and_tokens_stand_as_hashes() {
    forgot(email);
    String token = Mailbox.newestToken(email, 2);
    reset(token, NEW_PASSWORD);

    assertThat(
            AccountServer.superuser()
                .sql(
                    """
                    select e.name from log.security_event e
                    join command.mail_token t on t.user_id::text = e.actor
                    where t.token_hash = ? and e.name like 'authn_password%' order by e.id
                    """)
                .param(new OpaqueToken(token).hash())
                .query(String.class)
                .list())
        .containsExactly("authn_password_reset_asked", "authn_password_change");
  }

  private static HttpResponse<String> forgot(String email) {
    return Call.post("/v1/auth/password/forgot", Map.of("email", email));
  }

  private static HttpResponse<String> reset(String token, String password) {
    return Call.post("/v1/auth/password/reset", Map.of("token", token, "newPassword", password));
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("/problems/invalid-mail-token");
  }

  /** Written so far, sent or not. */
  private static long links() {
    return AccountServer.superuser()
        .sql("select count(*) from command.outbox where template = 'reset-password'")
        .query(Long.class)
        .single();
  }

  /** As far as the doors look. */
  private static void suspend(String email) {
    String session = Call.field(Call.login(email, Call.PASSWORD), "sessionId");
    AccountServer.superuser()
        .sql(
            """
            update command.user_rights set suspended = true
            where user_id = (select user_id from command.session where session_id = cast(? as uuid))
            """)
        .param(session)
        .update();
  }
}

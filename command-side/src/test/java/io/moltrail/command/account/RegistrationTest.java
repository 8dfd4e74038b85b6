package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest {

  private static final String OTHER_PASSWORD = "nine brass owls at dusk";

  @Test
  void somebody_registers_confirms_the_address_and_logs_in() {
    String email = Call.freshEmail();
    HttpResponse<String> registered = Call.register(email, Call.PASSWORD);
    HttpResponse<String> verified = Call.verify(Mailbox.newestToken(email, 1));

    assertThat(registered.statusCode()).isEqualTo(202);
    assertThat(verified.statusCode()).isEqualTo(204);
    assertThat(verified.headers().firstValue("X-Consistency-Token")).isPresent();
    HttpResponse<String> login = Call.login(email, Call.PASSWORD);
    assertThat(login.statusCode()).isEqualTo(200);
    assertThat(login.headers().firstValue("X-Consistency-Token"))
        .isEqualTo(verified.headers().firstValue("X-Consistency-Token"));
  }

  @Test
  void a_new_address_and_a_taken_one_get_the_same_answer() {
    String taken = Call.freshEmail();
    Mailbox.openAccount(taken, Call.PASSWORD);

    HttpResponse<String> ofNew = Call.register(Call.freshEmail(), Call.PASSWORD);
    HttpResponse<String> ofTaken = Call.register(taken, OTHER_PASSWORD);

    assertThat(ofTaken.body()).isEqualTo(ofNew.body());
    assertThat(ofTaken.statusCode()).isEqualTo(202).isEqualTo(ofNew.statusCode());
    assertThat(names(ofTaken))
        .isEqualTo(names(ofNew))
        .doesNotContain("etag", "x-consistency-token");
    assertThat(Mailbox.mails(taken, 2).getLast()).contains("You have an account already");
    assertThat(Call.login(taken, OTHER_PASSWORD).statusCode()).isEqualTo(401);
  }

  @Test
  void of_two_attempts_the_newest_wins_and_its_password_is_the_one_that_works() {
    String email = Call.freshEmail();
    Call.register(email, OTHER_PASSWORD);
    String older = Mailbox.newestToken(email, 1);
    Call.register(email, Call.PASSWORD);
    String newer = Mailbox.newestToken(email, 2);

    assertThat(Call.verify(older).body()).contains("/problems/verification-outdated");
    assertThat(Call.verify(newer).statusCode()).isEqualTo(204);
    assertThat(Call.login(email, OTHER_PASSWORD).statusCode()).isEqualTo(401);
    assertThat(Call.login(email, Call.PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void a_token_is_good_once_and_a_made_up_one_never() {
    String email = Call.freshEmail();
    Call.register(email, Call.PASSWORD);
    String token = Mailbox.newestToken(email, 1);
    Call.verify(token);

    for (String bad : List.of(token, "made-up", OpaqueToken.draw().value())) {
      HttpResponse<String> refused = Call.verify(bad);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("/problems/invalid-mail-token");
    }
  }

  @Test
  void the_mail_can_be_asked_for_again_and_nobody_learns_whether_there_is_an_account() {
    String email = Call.freshEmail();
    Call.register(email, Call.PASSWORD);
    HttpResponse<String> again = Call.post("/v1/auth/verify-email:resend", Map.of("email", email));
    HttpResponse<String> ofNobody =
        Call.post("/v1/auth/verify-email:resend", Map.of("email", Call.freshEmail()));

    assertThat(again.statusCode()).isEqualTo(202).isEqualTo(ofNobody.statusCode());
    assertThat(again.body()).isEqualTo(ofNobody.body());
    assertThat(Call.verify(Mailbox.newestToken(email, 2)).statusCode()).isEqualTo(204);
  }

  @Test
  void an_account_that_is_not_confirmed_opens_no_door() {
    String email = Call.freshEmail();
    Call.register(email, Call.PASSWORD);

    assertThat(withoutTrace(Call.login(email, Call.PASSWORD)))
        .contains("/problems/invalid-credentials")
        .isEqualTo(withoutTrace(Call.login(Call.freshEmail(), Call.PASSWORD)));
  }

  private static String withoutTrace(HttpResponse<String> answer) {
    return answer.statusCode() + answer.body().replaceAll("\"traceId\":\"[^\"]*\"", "");
  }

  @ParameterizedTest
  @CsvSource({
    "no-address, Marie, lilac tram under Kepler, /email",
    "m@lab.example, ' ', lilac tram under Kepler, /displayName",
    "m@lab.example, Marie, too short, /password"
  })
  void what_is_wrong_with_the_form_is_told(
      String email, String name, String password, String pointer) {
    HttpResponse<String> refused =
        Call.post(
            "/v1/auth/register", Map.of("email", email, "password", password, "displayName", name));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("\"pointer\":\"" + pointer + "\"");
  }

  /** Twice as many when Redis is slow for a moment and this node counts alone. */
  @Test
  void registering_is_limited_per_client_address() {
    String from = Call.freshAddress();
    List<Integer> statuses = Stream.generate(() -> registerFrom(from)).limit(4).toList();

    assertThat(statuses).containsExactly(202, 202, 202, 429);
  }

  /** Mails leave in the order in which they were asked for. */
  @Test
  void an_address_gets_three_mails_an_hour_whoever_asks_for_them() {
    String email = Call.freshEmail();
    Mailbox.openAccount(email, Call.PASSWORD);
    List<Integer> statuses =
        Stream.of("password/forgot", "verify-email:resend", "password/forgot")
            .map(it -> Call.post("/v1/auth/" + it, Map.of("email", email)).statusCode())
            .toList();
    HttpResponse<String> again = Call.register(email, OTHER_PASSWORD);
    String later = Call.freshEmail();
    Call.register(later, Call.PASSWORD);
    Mailbox.mails(later, 1);

    assertThat(statuses).containsOnly(202);
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(AccountServer.mailsTo(email)).hasSize(3);
  }

  private static int registerFrom(String address) {
    Map<String, String> form =
        Map.of("email", Call.freshEmail(), "password", Call.PASSWORD, "displayName", "Marie");
    return Call.post("/v1/auth/register", form, "X-Forwarded-For", address).statusCode();
  }

  private static Set<String> names(HttpResponse<String> answer) {
    return new TreeMap<>(answer.headers().map()).keySet();
  }
}

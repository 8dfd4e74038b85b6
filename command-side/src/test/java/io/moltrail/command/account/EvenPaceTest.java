package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Names;
import io.moltrail.command.platform.Rights;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.web.security.CallerAddress;
import io.moltrail.web.security.Revocations;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long an answer takes tells nothing: not measured by a clock, but shown by what is waited for,
 * whatever is true of the address (ASVS 6.3.8).
 */
class EvenPaceTest {

  private static final String OPEN = Call.freshEmail();
  private static final String UNVERIFIED = Call.freshEmail();
  private static final CallerAddress FROM = new CallerAddress(InetAddress.getLoopbackAddress());

  private final List<Long> pauses = new ArrayList<>();
  private long now;
  private final EvenPace pace = new EvenPace(Duration.ofMillis(250), () -> now, pauses::add);
  private final TransactionTemplate transactions =
      new TransactionTemplate(AccountServer.bean(PlatformTransactionManager.class));

  @BeforeAll
  static void register() {
    Mailbox.openAccount(OPEN, Call.PASSWORD);
    Call.register(UNVERIFIED, Call.PASSWORD);
  }

  @Test
  void work_ends_on_a_tick_however_long_it_took_and_however_it_ended() {
    pace.keep(() -> now += Duration.ofMillis(40).toNanos());
    pace.keep(() -> now += Duration.ofMillis(310).toNanos());
    assertThatThrownBy(
            () ->
                pace.keep(
                    () -> {
                      now += Duration.ofMillis(100).toNanos();
                      throw new IllegalStateException("no database");
                    }))
        .hasMessage("no database");

    assertThat(pauses)
        .containsExactly(
            Duration.ofMillis(210).toNanos(),
            Duration.ofMillis(190).toNanos(),
            Duration.ofMillis(150).toNanos());
  }

  @Test
  void registering_costs_one_hash_and_keeps_pace_whoever_has_the_address() {
    Passwords passwords = AccountServer.bean(Passwords.class);
    Registration registration =
        new Registration(
            AccountServer.bean(Names.class),
            AccountServer.bean(Commands.class),
            passwords,
            AccountServer.bean(Credentials.class),
            AccountServer.bean(AccountMails.class),
            pace,
            true);

    long hashes = passwords.computed();
    assertKept(email -> registration.register(applicant(email), FROM));
    assertThat(passwords.computed() - hashes).isEqualTo(addresses().size());
  }

  @Test
  void asking_for_the_mail_again_keeps_pace_whoever_has_the_address() {
    Verification verification =
        new Verification(
            AccountServer.bean(Names.class),
            AccountServer.bean(Commands.class),
            AccountServer.bean(MailTokens.class),
            AccountServer.bean(AccountMails.class),
            AccountServer.bean(NewestEvents.class),
            transactions,
            pace);

    assertKept(email -> verification.resend(new EmailAddress(email)));
  }

  @Test
  void a_forgotten_password_keeps_pace_whoever_has_the_address() {
    ForgottenPasswords forgotten =
        new ForgottenPasswords(
            AccountServer.bean(Names.class),
            AccountServer.bean(Rights.class),
            AccountServer.bean(Holders.class),
            AccountServer.bean(Credentials.class),
            AccountServer.bean(MailTokens.class),
            AccountServer.bean(NewPasswords.class),
            AccountServer.bean(Sessions.class),
            AccountServer.bean(Revocations.class),
            AccountServer.bean(AccountMails.class),
            AccountServer.bean(SecurityEvents.class),
            transactions,
            pace);

    assertKept(email -> forgotten.ask(new EmailAddress(email), FROM));
  }

  private void assertKept(Consumer<String> asking) {
    addresses().forEach(asking);

    assertThat(pauses).containsExactly(250_000_000L, 250_000_000L, 250_000_000L);
  }

  private static List<String> addresses() {
    return List.of(OPEN, UNVERIFIED, Call.freshEmail());
  }

  private static Applicant applicant(String email) {
    return new Applicant(new EmailAddress(email), new DisplayName("Marie"), Call.PASSWORD);
  }
}

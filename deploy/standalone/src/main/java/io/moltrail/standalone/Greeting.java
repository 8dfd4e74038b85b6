package io.moltrail.standalone;

import io.moltrail.command.account.InitialAdministrator;
import io.moltrail.web.settings.MailSink;
import io.moltrail.web.settings.Settings;
import java.util.Optional;

/**
 * What whoever starts the standalone wants to know, said once on the terminal and never in a log.
 */
final class Greeting {

  private final Settings settings;
  private final Optional<InitialAdministrator> administrator;

  Greeting(Settings settings, Optional<InitialAdministrator> administrator) {
    this.settings = settings;
    this.administrator = administrator;
  }

  void print() {
    say("");
    say("Moltrail is ready at " + settings.publicUrl());
    say("  API documents   " + settings.publicUrl() + "/docs");
    say("  Data folder     " + settings.dataDir().toAbsolutePath().normalize());
    if (settings.accounts().mailSink() == MailSink.FILE) {
      say("  Mails           " + settings.dataDir().resolve("mail").toAbsolutePath().normalize());
    }
    administrator.ifPresent(
        first -> {
          say("  Administrator   " + first.email());
          say("  Password        " + first.password() + "   (shown only now)");
        });
    say("");
  }

  /** The terminal is the one place where the first password may stand. */
  static void say(String line) {
    System.out.println(line);
  }
}

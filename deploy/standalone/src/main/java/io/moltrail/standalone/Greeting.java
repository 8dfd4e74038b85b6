package io.moltrail.standalone;

import io.moltrail.command.account.AdministratorAnnouncement;
import io.moltrail.command.account.InitialAdministrator;
import io.moltrail.web.settings.MailSink;
import io.moltrail.web.settings.Settings;

/**
 * What whoever starts the standalone wants to know, said once on the terminal and never in a log.
 */
final class Greeting implements AdministratorAnnouncement {

  private final Settings settings;

  Greeting(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void announce(InitialAdministrator first) {
    say("");
    say("  Administrator   " + first.email());
    say("  Password        " + first.password() + "   (shown only now)");
  }

  void print() {
    say("");
    say("Moltrail is ready at " + settings.publicUrl());
    say("  API documents   " + settings.publicUrl() + "/docs");
    say("  Data folder     " + settings.dataDir().toAbsolutePath().normalize());
    if (settings.accounts().mailSink() == MailSink.FILE) {
      say("  Mails           " + settings.dataDir().resolve("mail").toAbsolutePath().normalize());
    }
    say("");
  }

  /** The terminal is the one place where the first password may stand. */
  static void say(String line) {
    System.out.println(line);
  }
}

package io.moltrail.command.account;

import io.moltrail.web.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * {@code security.txt} (RFC 9116): the administrator's address, and a date until which it holds.
 */
final class SecurityContact {

  private static final Duration HOLDS = Duration.ofDays(180);

  private final String mailbox;
  private final URI publicUrl;
  private final InstantSource clock;

  SecurityContact(Settings settings, InstantSource clock) {
    this.publicUrl = settings.publicUrl();
    this.mailbox =
        settings
            .accounts()
            .administrator()
            .map(Settings.Administrator::email)
            .orElseGet(() -> "security@" + settings.publicUrl().getHost());
    this.clock = clock;
  }

  String text() {
    return """
    Contact: mailto:%s
    Expires: %s
    Preferred-Languages: en
    Canonical: %s/.well-known/security.txt
    """
        .formatted(mailbox, clock.instant().plus(HOLDS).truncatedTo(ChronoUnit.DAYS), publicUrl);
  }
}

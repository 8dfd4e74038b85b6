package io.moltrail.command.jobs;

import com.zaxxer.hikari.HikariDataSource;
import io.moltrail.command.platform.Pools;
import io.moltrail.command.platform.WrappingKeys;
import io.moltrail.eventstore.envelope.WrappingKeyRotation;
import io.moltrail.eventstore.envelope.WrappingKeyRotation.Outcome;
import io.moltrail.web.settings.Database;
import io.moltrail.web.settings.Need;
import io.moltrail.web.settings.Settings;
import java.io.PrintStream;
import java.util.Set;

/** Wraps all data keys under {@code PII_KEK}; deploy/runbooks/wrapping-key.md says when. */
final class RotateWrappingKey implements Job {

  private static final int PAGE = 100;

  @Override
  public String name() {
    return "rotate-wrapping-key";
  }

  @Override
  public String purpose() {
    return "wraps all data keys under PII_KEK, so that PII_KEK_PREVIOUS can go";
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.PII_KEK);
  }

  @Override
  public int run(Settings settings, PrintStream out) {
    Database migrator =
        settings
            .databases()
            .migration()
            .orElseThrow(
                () ->
                    new CannotRunException(
                        "MIGRATION_DATABASE_URL is not set: only the migrator may change a wrapped"
                            + " key"));
    try (HikariDataSource pool = Pools.pool("moltrail-rotation", migrator, 1)) {
      return tell(new WrappingKeyRotation(pool, WrappingKeys.of(settings), PAGE).run(), out);
    }
  }

  private static int tell(Outcome outcome, PrintStream out) {
    out.printf("%d data keys were wrapped anew.%n", outcome.rewrapped());
    if (outcome.unreadable() > 0) {
      out.printf(
          "%d could not be unwrapped under the key they name; they are as they were.%n",
          outcome.unreadable());
    }
    if (outcome.complete()) {
      out.println("All data keys are wrapped under the current key.");
    } else {
      out.printf(
          "%d are still wrapped under another key; if nodes still write under it, restart them with"
              + " the new one and run this again.%n",
          outcome.left());
    }
    return outcome.complete() ? 0 : 1;
  }
}

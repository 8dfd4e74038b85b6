package io.moltrail.web.requests;

import java.time.Duration;

/**
 * How long a reader is ready to wait for their own write: {@code Prefer: wait=N}. A controller
 * method takes it as a parameter. Preferences are wishes (RFC 7240): one that is not understood is
 * none, one that asks too much gets the most.
 */
public record WaitPreference(Duration atMost) {

  static final WaitPreference DEFAULT = new WaitPreference(Duration.ofSeconds(2));

  private static final Duration MOST = Duration.ofSeconds(10);

  public static WaitPreference of(Preferences preferences) {
    return preferences
        .value("wait")
        .filter(it -> it.matches("[0-9]{1,4}"))
        .map(it -> Duration.ofSeconds(Long.parseLong(it)))
        .map(it -> new WaitPreference(it.compareTo(MOST) > 0 ? MOST : it))
        .orElse(DEFAULT);
  }
}

package io.moltrail.web.settings;

import java.util.Optional;

/** Port numbers; 0 lets the system choose. */
final class Ports {

  private static final int LARGEST = 65_535;

  private Ports() {}

  static Optional<Integer> parse(String text) {
    return Optional.of(text)
        .filter(it -> it.matches("[0-9]{1,5}"))
        .map(Integer::valueOf)
        .filter(it -> it <= LARGEST);
  }
}

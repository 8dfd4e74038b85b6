package io.moltrail.inventory;

import java.util.Arrays;
import java.util.Locale;

/** A line of the inventory: what stands in a place and how it is protected there. */
record Entry(Place place, Sensitivity sensitivity, Protection protection, String note) {

  private static final int CELLS = 4;

  /**
   * @throws IllegalArgumentException with a sentence, when a cell is missing or says {@code ?}
   */
  static Entry parse(Kind kind, String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != CELLS) {
      throw new IllegalArgumentException(
          "%s has a line without its 4 cells: %s".formatted(kind.file(), line));
    }
    return new Entry(
        new Place(kind, cells[0]),
        constant(Sensitivity.class, kind, cells[0], cells[1]),
        constant(Protection.class, kind, cells[0], cells[2]),
        cells[3]);
  }

  private static <E extends Enum<E>> E constant(
      Class<E> type, Kind kind, String place, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(it -> spelling(it).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: %s is not classified: \"%s\" is no %s"
                        .formatted(kind.file(), place, word, type.getSimpleName())));
  }

  private static String spelling(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean is(Kind kind) {
    return place.kind() == kind;
  }

  /** As a row of the whole table. */
  String row() {
    return String.join(
        "\t",
        spelling(place.kind()),
        place.name(),
        spelling(sensitivity),
        spelling(protection),
        note);
  }
}

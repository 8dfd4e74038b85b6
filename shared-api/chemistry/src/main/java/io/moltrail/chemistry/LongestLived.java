package io.moltrail.chemistry;

/**
 * Mass numbers of the longest-lived isotope of the elements without a natural one (IUPAC, standard
 * atomic weights 2021, table 3).
 */
final class LongestLived {

  private static final int[] FROM_POLONIUM = {209, 210, 222, 223, 226, 227};
  private static final int[] FROM_NEPTUNIUM = {
    237, 244, 243, 247, 247, 251, 252, 257, 258, 259, 262, 267, 270, 269, 270, 270, 278, 281, 281,
    285, 286, 289, 289, 293, 293, 294
  };

  private LongestLived() {}

  static int massNumber(int atomicNumber) {
    if (atomicNumber >= 84 && atomicNumber < 84 + FROM_POLONIUM.length) {
      return FROM_POLONIUM[atomicNumber - 84];
    }
    if (atomicNumber >= 93 && atomicNumber < 93 + FROM_NEPTUNIUM.length) {
      return FROM_NEPTUNIUM[atomicNumber - 93];
    }
    return switch (atomicNumber) {
      case 43 -> 97;
      case 61 -> 145;
      case 90 -> 232;
      case 91 -> 231;
      case 92 -> 238;
      default ->
          throw new IllegalArgumentException("element " + atomicNumber + " has natural isotopes");
    };
  }
}

package io.moltrail.acceptance.secrets;

import java.util.regex.Pattern;

/** Tells a drawn key from words and identifiers by Shannon's entropy. */
final class Randomness {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{32,}|[0-9A-F]{32,}");
  private static final double HEX_BITS = 3.0;
  private static final double BASE64_BITS = 4.0;

  private Randomness() {}

  static boolean looksRandom(String value) {
    if (HEX.matcher(value).matches()) {
      return bitsPerCharacter(value) > HEX_BITS;
    }
    return value.chars().anyMatch(Character::isDigit)
        && value.chars().anyMatch(Character::isUpperCase)
        && value.chars().anyMatch(Character::isLowerCase)
        && bitsPerCharacter(value) > BASE64_BITS;
  }

  private static double bitsPerCharacter(String value) {
    return value
        .chars()
        .distinct()
        .mapToDouble(c -> value.chars().filter(it -> it == c).count() / (double) value.length())
        .map(share -> -share * Math.log(share) / Math.log(2))
        .sum();
  }
}

package io.moltrail.command.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Passwords that guessers try first: repetitions, walks over the keyboard or the alphabet, and
 * whatever is little more than well-known words, digits, the product's name or the person's own.
 * Capitals, signs and the usual replacements (0 for o, @ for a) do not help.
 */
final class BlockList {

  private static final int SHORTEST_WORD = 4;
  private static final int FEWEST_DIFFERENT = 5;
  private static final int LONGEST_REPEATED = 8;
  private static final int FEWEST_LETTERS_OF_ONES_OWN = 4;
  private static final Map<Integer, Integer> REPLACED =
      Map.of(
          (int) '0', (int) 'o', (int) '1', (int) 'i', (int) '3', (int) 'e', (int) '4', (int) 'a',
          (int) '5', (int) 's', (int) '7', (int) 't', (int) '@', (int) 'a', (int) '$', (int) 's',
          (int) '!', (int) 'i');

  private final KeyboardWalks walks = new KeyboardWalks();
  private final Set<String> words;

  private BlockList(Set<String> words) {
    this.words = words;
  }

  /** The list that comes with Moltrail. */
  static BlockList bundled() {
    try (InputStream list =
        Objects.requireNonNull(BlockList.class.getResourceAsStream("blocked-passwords.txt"))) {
      return new BlockList(
          new String(list.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Why a password must not be used, or nothing.
   *
   * @param password in NFKC
   * @param own words of the person's own, such as their name
   */
  Optional<String> reason(String password, Stream<String> own) {
    String lower = password.toLowerCase(Locale.ROOT);
    if (lower.codePoints().distinct().count() < FEWEST_DIFFERENT || repeats(lower)) {
      return Optional.of("This password repeats itself.");
    }
    if (walks.mostOf(lower)) {
      return Optional.of("This password follows the keyboard, the alphabet or the digits.");
    }
    Set<String> mine = new HashSet<>(words);
    own.map(BlockList::letters).forEach(mine::add);
    return Stream.of(letters(lower), letters(replaced(lower)))
            .anyMatch(text -> knownWordsOnly(mine, text))
        ? Optional.of(
            "This password is made of well-known words, digits, or your own name or address.")
        : Optional.empty();
  }

  private static boolean repeats(String text) {
    return Stream.iterate(1, unit -> unit + 1)
        .limit(LONGEST_REPEATED)
        .filter(unit -> unit * 2 <= text.length())
        .anyMatch(unit -> text.startsWith(text.substring(unit)));
  }

  /** Letters alone, without their accents, in lower case. */
  private static String letters(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .codePoints()
        .filter(Character::isLetter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String replaced(String text) {
    return text.codePoints()
        .map(it -> REPLACED.getOrDefault(it, it))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean knownWordsOnly(Set<String> known, String text) {
    int beside = lettersBeside(known, text);
    return beside < text.length() && beside < FEWEST_LETTERS_OF_ONES_OWN;
  }

  /** How many letters are left when the longest known words are taken out, from left to right. */
  private static int lettersBeside(Set<String> known, String text) {
    List<String> longestFirst =
        known.stream()
            .filter(word -> word.length() >= SHORTEST_WORD && text.contains(word))
            .sorted((a, b) -> b.length() - a.length())
            .toList();
    int beside = 0;
    int at = 0;
    while (at < text.length()) {
      int here = at;
      int covered =
          longestFirst.stream()
              .filter(it -> text.startsWith(it, here))
              .findFirst()
              .map(String::length)
              .orElse(0);
      beside += covered == 0 ? 1 : 0;
      at += Math.max(1, covered);
    }
    return beside;
  }
}

package io.moltrail.command.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Passwords that guessers try first: repetitions, walks over the keyboard or the alphabet,
 * well-known passwords, the product's name and the person's own. The whole password is compared
 * (NIST SP 800-63B-4), with capitals, digits, signs and the usual replacements (0 for o, @ for a)
 * taken away; that a well-known word stands in a longer one is no fault.
 */
final class BlockList {

  private static final int SHORTEST_WORD = 3;

  /** Digits and signs before the first letter and after the last. */
  private static final Pattern EDGES = Pattern.compile("^\\P{L}+|\\P{L}+$");

  private static final int FEWEST_DIFFERENT = 5;
  private static final int LONGEST_REPEATED = 8;
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
    Set<String> mine = own.map(BlockList::letters).collect(Collectors.toSet());
    return Stream.of(letters(lower), letters(replaced(EDGES.matcher(lower).replaceAll(""))))
            .anyMatch(text -> known(mine, text))
        ? Optional.of(
            "This password is a well-known one, or your own name or address, but for digits and"
                + " signs.")
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

  /** A well-known one, perhaps over and over, or nothing but words of the person's own. */
  private boolean known(Set<String> own, String text) {
    return Stream.concat(words.stream().map(Set::of), Stream.of(own))
        .anyMatch(these -> madeOf(these, text));
  }

  private static boolean madeOf(Set<String> words, String text) {
    String rest = text;
    for (String word :
        words.stream().sorted(Comparator.comparing(String::length).reversed()).toList()) {
      rest = word.length() < SHORTEST_WORD ? rest : rest.replace(word, "");
    }
    return rest.isEmpty() && !text.isEmpty();
  }
}

package io.moltrail.acceptance.canary;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes whatever encodings a value may be wrapped in, one in the other: base64 and base64url,
 * hexadecimal, JSON's escapes, gzip, zlib, zip and bare deflate.
 */
final class Decoders {

  private static final int DEEPEST = 6;
  private static final int LARGEST = 64 << 20;

  /** The shortest mark is eight bytes, which take eleven characters. */
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{11,}");

  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{16,}");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9A-Fa-f]{4}|.)");
  private static final int BASE64_GROUP = 4;

  private final Needles needles;
  private final Inflaters inflaters = new Inflaters();

  Decoders(Needles needles) {
    this.needles = needles;
  }

  /**
   * @param found is told each needle and how deep it was wrapped, {@code base64 > gzip}
   * @return whether there was any
   */
  boolean search(byte[] value, BiConsumer<Needle, String> found) {
    Search search = new Search(found);
    search.unwrap(value, "", 0);
    return search.any;
  }

  private final class Search {

    private final BiConsumer<Needle, String> found;
    private long unwrapped;
    private boolean any;

    Search(BiConsumer<Needle, String> found) {
      this.found = found;
    }

    void unwrap(byte[] value, String wrapping, int depth) {
      unwrapped += value.length;
      if (unwrapped > LARGEST) {
        throw new IllegalStateException("A value unfolds to more than " + LARGEST + " bytes");
      }
      needles.find(value, value.length, needle -> see(needle, wrapping));
      if (depth < DEEPEST && value.length >= Marks.SHORTEST) {
        texts(new String(value, StandardCharsets.ISO_8859_1), wrapping, depth + 1);
        inflaters.inflate(value, (how, plain) -> unwrap(plain, wrapping + " > " + how, depth + 1));
      }
    }

    private void see(Needle needle, String wrapping) {
      any = true;
      found.accept(needle, wrapping);
    }

    private void texts(String text, String wrapping, int depth) {
      for (Matcher run = BASE64.matcher(text); run.find(); ) {
        for (int skip = 0; skip < BASE64_GROUP; skip++) {
          unwrap(Base64Run.decode(run.group(), skip), wrapping + " > base64", depth);
        }
      }
      for (Matcher run = HEX.matcher(text); run.find(); ) {
        for (int skip = 0; skip < 2; skip++) {
          int end = run.end() - (run.end() - run.start() - skip) % 2;
          byte[] plain = HexFormat.of().parseHex(text, run.start() + skip, end);
          unwrap(plain, wrapping + " > hex", depth);
        }
      }
      if (text.indexOf('\\') >= 0) {
        String plain = ESCAPE.matcher(text).replaceAll(Decoders::unescaped);
        unwrap(plain.getBytes(StandardCharsets.UTF_8), wrapping + " > escaped", depth);
        unwrap(plain.getBytes(StandardCharsets.ISO_8859_1), wrapping + " > escaped", depth);
      }
    }
  }

  private static String unescaped(MatchResult escape) {
    String what = escape.group(1);
    String plain =
        what.length() > 1
            ? Character.toString((char) HexFormat.fromHexDigits(what, 1, what.length()))
            : what;
    return Matcher.quoteReplacement(plain);
  }
}

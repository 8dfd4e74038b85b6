package io.moltrail.acceptance.canary;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The bytes that a value can stand as in a file. */
final class Disguises {

  private static final int BASE64_GROUP = 3;
  private static final int ASCII_END = 0x7f;
  private static final Pattern FRACTION = Pattern.compile("-?\\d+\\.\\d+");

  private final String mark;
  private final List<Needle> needles = new ArrayList<>();
  private final Set<ByteBuffer> known = new HashSet<>();

  private Disguises(String mark) {
    this.mark = mark;
  }

  static List<Needle> of(String mark, String value) {
    Disguises disguises = new Disguises(mark);
    disguises.texts(value);
    disguises.texts(escaped(value, HexFormat.of()));
    disguises.texts(escaped(value, HexFormat.of().withUpperCase()));
    disguises.texts(escaped(value, HexFormat.of()).replace("/", "\\/"));
    disguises.add("percent-encoded", ascii(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    if (FRACTION.matcher(value).matches()) {
      disguises.number(Double.parseDouble(value));
    }
    return disguises.needles;
  }

  private void texts(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    add("UTF-8", utf8);
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      add(charset.name(), value.getBytes(charset));
    }
    if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(value)) {
      add("ISO-8859-1", value.getBytes(StandardCharsets.ISO_8859_1));
    }
    add("hex", ascii(HexFormat.of().formatHex(utf8)));
    add("upper-case hex", ascii(HexFormat.of().withUpperCase().formatHex(utf8)));
    for (int shift = 0; shift < BASE64_GROUP; shift++) {
      add("base64 + " + shift, base64(Base64.getEncoder(), utf8, shift));
      add("base64url + " + shift, base64(Base64.getUrlEncoder(), utf8, shift));
    }
  }

  private void number(double value) {
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      add("binary64 " + order, ByteBuffer.allocate(Double.BYTES).order(order).putDouble(value));
    }
  }

  private void add(String disguise, ByteBuffer bytes) {
    add(disguise, bytes.array());
  }

  private void add(String disguise, byte[] bytes) {
    if (known.add(ByteBuffer.wrap(bytes))) {
      needles.add(new Needle(mark, disguise, bytes));
    }
  }

  /** Without the characters that also hold bits of what stands before or after. */
  private static byte[] base64(Base64.Encoder encoder, byte[] value, int shift) {
    byte[] shifted = new byte[value.length + shift];
    System.arraycopy(value, 0, shifted, shift, value.length);
    String encoded = encoder.withoutPadding().encodeToString(shifted);
    int before = shift == 0 ? 0 : shift + 1;
    int after = shifted.length % BASE64_GROUP == 0 ? 0 : 1;
    return ascii(encoded.substring(before, encoded.length() - after));
  }

  private static String escaped(String value, HexFormat digits) {
    StringBuilder json = new StringBuilder();
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c >= ASCII_END) {
        json.append("\\u").append(digits.toHexDigits(c));
      } else {
        json.append(c);
      }
    }
    return json.toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

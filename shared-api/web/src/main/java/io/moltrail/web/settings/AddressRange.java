package io.moltrail.web.settings;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of addresses in CIDR form; a single address is a range too. */
public record AddressRange(InetAddress base, int prefix) {

  /** Java would also read "1", "127.1" and "010.0.0.1" as addresses. */
  private static final Pattern FOUR_NUMBERS =
      Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

  /** Reads literals only: a name would be looked up. */
  public static Optional<AddressRange> parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    return literal(address)
        .flatMap(it -> withPrefix(it, slash < 0 ? "" : text.substring(slash + 1)));
  }

  /**
   * An address literal, IPv4 of four numbers or IPv6 (brackets allowed); never a look-up. An
   * IPv4-mapped address is the IPv4 address that it maps.
   */
  public static Optional<InetAddress> literal(String text) {
    if (text.indexOf(':') < 0 && !FOUR_NUMBERS.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<AddressRange> withPrefix(InetAddress base, String digits) {
    int bits = base.getAddress().length * Byte.SIZE;
    if (digits.isEmpty()) {
      return Optional.of(new AddressRange(base, bits));
    }
    if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > bits) {
      return Optional.empty();
    }
    return Optional.of(new AddressRange(base, Integer.parseInt(digits)));
  }

  public boolean contains(InetAddress address) {
    byte[] ours = base.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit += Byte.SIZE) {
      int mask = prefix - bit >= Byte.SIZE ? 0xff : 0xff << (Byte.SIZE - (prefix - bit));
      if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask & 0xff) != 0) {
        return false;
      }
    }
    return true;
  }
}

package io.moltrail.web.security;

import io.moltrail.web.settings.AddressRange;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds out where a call comes from. Only a trusted proxy may say that it speaks for somebody; its
 * word is read from the right, for everything left of the last trusted hop is the caller's own
 * invention. When {@code X-Forwarded-For} and {@code Forwarded} are both there, one was not written
 * by the proxy: neither is believed.
 */
public final class CallerAddresses {

  private static final Pattern HOP =
      Pattern.compile(
          "\\[(?<bracketed>[0-9A-Fa-f:.]+)](:\\d{1,5})?|(?<four>[0-9.]+)(:\\d{1,5})?|(?<six>[0-9A-Fa-f:.]+)");

  /** Whose address cannot be read is trusted with nothing, and shares one bucket. */
  private static final InetAddress UNKNOWN = InetAddress.ofLiteral("0.0.0.0");

  private final List<AddressRange> trusted;

  public CallerAddresses(List<AddressRange> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  public CallerAddress of(HttpServletRequest request) {
    return new CallerAddress(
        AddressRange.literal(request.getRemoteAddr())
            .map(peer -> lastUntrusted(peer, hops(request)))
            .orElse(UNKNOWN));
  }

  /** From the right, as long as whoever wrote a hop down is trusted; what is no address ends it. */
  private InetAddress lastUntrusted(InetAddress peer, List<String> hops) {
    InetAddress address = peer;
    for (int i = hops.size() - 1; i >= 0 && isTrusted(address); i--) {
      Optional<InetAddress> hop = address(hops.get(i));
      if (hop.isEmpty()) {
        return address;
      }
      address = hop.get();
    }
    return address;
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(it -> it.contains(address));
  }

  private static List<String> hops(HttpServletRequest request) {
    List<String> customary = items(request, "X-Forwarded-For");
    List<String> standard =
        items(request, "Forwarded").stream().map(CallerAddresses::forwardedFor).toList();
    if (!customary.isEmpty() && !standard.isEmpty()) {
      return List.of();
    }
    return customary.isEmpty() ? standard : customary;
  }

  private static List<String> items(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(it -> Arrays.stream(it.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  /** Empty when an element names nobody, or two. */
  private static String forwardedFor(String element) {
    List<String> named =
        Arrays.stream(element.split(";"))
            .map(String::strip)
            .filter(it -> it.toLowerCase(Locale.ROOT).startsWith("for="))
            .map(it -> unquoted(it.substring("for=".length())))
            .toList();
    return named.size() == 1 ? named.getFirst() : "";
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** Without the port that some proxies add. */
  private static Optional<InetAddress> address(String hop) {
    Matcher form = HOP.matcher(hop);
    if (!form.matches()) {
      return Optional.empty();
    }
    return Stream.of("bracketed", "four", "six")
        .map(form::group)
        .filter(Objects::nonNull)
        .findFirst()
        .flatMap(AddressRange::literal);
  }
}

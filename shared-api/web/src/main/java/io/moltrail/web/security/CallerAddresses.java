package io.moltrail.web.security;

import io.moltrail.web.settings.AddressRange;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out where a call comes from. Only a trusted proxy may say that it speaks for somebody; its
 * word is read from the right, for everything left of the last trusted hop is the caller's own
 * invention. When {@code X-Forwarded-For} and {@code Forwarded} are both there, one was not written
 * by the proxy: neither is believed.
 */
public final class CallerAddresses {

  private final List<AddressRange> trusted;

  public CallerAddresses(List<AddressRange> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  public CallerAddress of(HttpServletRequest request) {
    InetAddress address =
        AddressRange.literal(request.getRemoteAddr()).orElseGet(InetAddress::getLoopbackAddress);
    List<String> hops = hops(request);
    for (int i = hops.size() - 1; i >= 0 && isTrusted(address); i--) {
      Optional<InetAddress> hop = AddressRange.literal(bare(hops.get(i)));
      if (hop.isEmpty()) {
        break;
      }
      address = hop.get();
    }
    return new CallerAddress(address);
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
        .flatMap(it -> Arrays.stream(it.split(",")))
        .map(String::strip)
        .toList();
  }

  private static String forwardedFor(String element) {
    return Arrays.stream(element.split(";"))
        .map(String::strip)
        .filter(it -> it.toLowerCase(Locale.ROOT).startsWith("for="))
        .map(it -> it.substring("for=".length()).replace("\"", ""))
        .findFirst()
        .orElse("");
  }

  /** Without the port that some proxies add. */
  private static String bare(String hop) {
    if (hop.startsWith("[")) {
      return hop.substring(1, Math.max(1, hop.indexOf(']')));
    }
    boolean withPort = hop.indexOf(':') == hop.lastIndexOf(':') && hop.indexOf(':') > 0;
    return withPort ? hop.substring(0, hop.indexOf(':')) : hop;
  }
}

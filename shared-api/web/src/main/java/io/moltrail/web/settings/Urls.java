package io.moltrail.web.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The kinds of addresses that settings hold. */
final class Urls {

  private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

  private Urls() {}

  static Optional<URI> web(String text) {
    return of(text, Set.of("http", "https"));
  }

  static Optional<URI> redis(String text) {
    return of(text, Set.of("redis", "rediss"));
  }

  static Optional<URI> smtp(String text) {
    return of(text, Set.of("smtp", "smtps"));
  }

  /** Scheme, host and port alone; a slash at the end is dropped. */
  static Optional<URI> origin(String text) {
    String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return web(bare)
        .filter(
            it ->
                it.getRawPath().isEmpty()
                    && it.getRawQuery() == null
                    && it.getRawFragment() == null)
        .filter(it -> it.getRawUserInfo() == null);
  }

  /** An origin, or {@code *} for any (development only). */
  static Optional<String> allowedOrigin(String text) {
    return text.equals("*") ? Optional.of(text) : origin(text).map(URI::toString);
  }

  /** Whether nobody between here and there can listen: TLS, or this very machine. */
  static boolean confidential(URI address) {
    return "https".equals(address.getScheme()) || here(address.getHost());
  }

  /** Whether a host is this very machine, by a name that nobody else can have. */
  static boolean here(String host) {
    return host.equals("localhost") || LOOPBACK.matcher(host).matches() || host.equals("[::1]");
  }

  private static Optional<URI> of(String text, Set<String> schemes) {
    try {
      URI uri = new URI(text);
      return Optional.of(uri)
          .filter(
              it ->
                  it.getScheme() != null
                      && schemes.contains(it.getScheme())
                      && it.getHost() != null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}

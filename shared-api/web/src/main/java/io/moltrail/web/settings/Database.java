package io.moltrail.web.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and who enters it.
 *
 * @param url a JDBC URL without user and password
 */
public record Database(String url, String user, String password) {

  private static final Pattern SCHEME =
      Pattern.compile("^(jdbc:)?(postgres|postgresql|postgresql\\+psycopg2)://");

  /**
   * Reads {@code postgresql://user:password@host:port/name?sslmode=..} and the JDBC form of the
   * same; user and password may be missing. A secret part is URL-decoded and never becomes a part
   * of {@link #url}.
   */
  public static Optional<Database> parse(String text) {
    var scheme = SCHEME.matcher(text);
    if (!scheme.find()) {
      return Optional.empty();
    }
    try {
      return parts(new URI("postgresql://" + text.substring(scheme.end())));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<Database> parts(URI uri) {
    String path = uri.getRawPath();
    if (uri.getHost() == null || path == null || path.length() < 2) {
      return Optional.empty();
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    int colon = userInfo.indexOf(':');
    String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
    String password = colon < 0 ? "" : userInfo.substring(colon + 1);
    Query query = Query.of(uri.getRawQuery());
    return Optional.of(
        new Database(
            "jdbc:postgresql://" + uri.getHost() + port + path + query.rest(),
            decode(user.isEmpty() ? query.user() : user),
            decode(password.isEmpty() ? query.password() : password)));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  Database enteredBy(String otherUser, String otherPassword) {
    return new Database(url, otherUser, otherPassword);
  }

  /** Over a network the server's certificate is checked unless the operator has said otherwise. */
  Database verified() {
    String host = URI.create(url.substring("jdbc:".length())).getHost();
    return Urls.here(host) || url.contains("sslmode=")
        ? this
        : new Database(
            url + (url.contains("?") ? "&" : "?") + "sslmode=verify-full", user, password);
  }

  @Override
  public String toString() {
    return "Database[" + url + "]";
  }

  /**
   * The query part, with {@code user} and {@code password} (pgjdbc's own way to say them) taken
   * out.
   */
  private record Query(String user, String password, String rest) {

    static Query of(@Nullable String raw) {
      String user = "";
      String password = "";
      StringBuilder rest = new StringBuilder();
      for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
        if (pair.startsWith("user=")) {
          user = pair.substring("user=".length());
        } else if (pair.startsWith("password=")) {
          password = pair.substring("password=".length());
        } else {
          rest.append(rest.isEmpty() ? '?' : '&').append(pair);
        }
      }
      return new Query(user, password, rest.toString());
    }
  }
}

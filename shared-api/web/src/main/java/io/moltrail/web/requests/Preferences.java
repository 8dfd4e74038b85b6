package io.moltrail.web.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands in {@code Prefer} (RFC 7240). */
public record Preferences(List<String> items) {

  public static Preferences of(HttpServletRequest request) {
    return new Preferences(
        Collections.list(request.getHeaders("Prefer")).stream()
            .flatMap(it -> Arrays.stream(it.split("[,;]")))
            .map(String::strip)
            .toList());
  }

  public Optional<String> value(String name) {
    String start = name.toLowerCase(Locale.ROOT) + "=";
    return items.stream()
        .filter(it -> it.toLowerCase(Locale.ROOT).startsWith(start))
        .map(it -> it.substring(start.length()).replace("\"", "").strip())
        .findFirst();
  }
}

package io.moltrail.web.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** So many requests in so much time, refilled evenly: {@code 5/1m}. */
public record RateLimit(int requests, Duration per) {

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,6})/([0-9]+[smhd])");

  public static Optional<RateLimit> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Durations.parse(form.group(2))
            .filter(Duration::isPositive)
            .map(per -> new RateLimit(Integer.parseInt(form.group(1)), per))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return requests + "/" + per.toSeconds() + "s";
  }
}

package io.moltrail.web.requests;

import io.moltrail.web.problems.BadRequest;
import io.moltrail.web.problems.PreconditionRequired;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version on which a change was decided: {@code If-Match: "7"}. A controller method takes it as
 * a parameter. That it is missing shows only when {@link #required} is asked, for 404, 403 and 422
 * come first (API §1).
 */
public record IfMatch(OptionalLong version) {

  static final String HEADER = "If-Match";

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"(0|[1-9][0-9]{0,17})\"");

  /**
   * @throws PreconditionRequired when the header is missing
   */
  public long required() {
    return version.orElseThrow(PreconditionRequired::new);
  }

  /** {@code *} is refused too: "whatever it is by now" is not a decision on a version. */
  static IfMatch parse(@Nullable String header) {
    if (header == null) {
      return new IfMatch(OptionalLong.empty());
    }
    Matcher tag = TAG.matcher(header.strip());
    if (!tag.matches()) {
      throw new BadRequest(
          "malformed-if-match", "If-Match takes one entity tag as read from ETag, such as \"7\".");
    }
    return new IfMatch(OptionalLong.of(Long.parseLong(tag.group(1))));
  }
}

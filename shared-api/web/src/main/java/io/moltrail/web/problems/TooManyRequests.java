package io.moltrail.web.problems;

import java.util.List;
import java.util.Map;

/** 429: too often; {@code Retry-After} says when again. */
public final class TooManyRequests extends EdgeRefusal {

  private static final long serialVersionUID = 1L;

  /**
   * @param headers {@code Retry-After} and what the limit is
   */
  public TooManyRequests(Map<String, String> headers) {
    super(
        429,
        "too-many-requests",
        "Too many requests; wait as long as Retry-After says.",
        List.of(),
        headers);
  }
}

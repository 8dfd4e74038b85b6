package io.moltrail.web.pages;

import io.moltrail.messages.Refusal.Fault;
import io.moltrail.messages.Refusal.Invalid;
import io.moltrail.web.requests.ReadsQuery;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for. A controller method takes it as a parameter. A cursor that is not ours
 * is refused before the method (400); the limit is judged only when {@link #limit} is asked: where
 * the caller may not even see the list, 404 and 403 come before 422 (API §1).
 */
@ReadsQuery({"limit", "cursor"})
public final class PageRequest {

  static final int DEFAULT_LIMIT = 50;
  static final int LARGEST_LIMIT = 200;

  private final @Nullable String limit;
  private final Optional<String> cursorPayload;
  private final boolean total;

  PageRequest(@Nullable String limit, Optional<String> cursorPayload, boolean total) {
    this.limit = limit;
    this.cursorPayload = cursorPayload;
    this.total = total;
  }

  /**
   * @throws Invalid when it is no number, or out of range
   */
  public int limit() {
    return limit == null
        ? DEFAULT_LIMIT
        : Optional.of(limit)
            .filter(it -> it.matches("[0-9]{1,4}"))
            .map(Integer::valueOf)
            .filter(it -> it >= 1 && it <= LARGEST_LIMIT)
            .orElseThrow(PageRequest::invalid);
  }

  /** What {@link Cursors#seal} was given on the page before. */
  public Optional<String> cursorPayload() {
    return cursorPayload;
  }

  /** Whether the count of all is wanted. */
  public boolean total() {
    return total;
  }

  private static Invalid invalid() {
    String detail = "limit is a whole number from 1 to " + LARGEST_LIMIT + ".";
    return new Invalid(
        "invalid-request", detail, List.of(new Fault("/limit", "out-of-range", detail)));
  }
}

package io.moltrail.web.pages;

import io.moltrail.messages.Refusal.Fault;
import io.moltrail.messages.Refusal.Invalid;
import io.moltrail.web.requests.Preferences;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code limit}, {@code cursor} and {@code Prefer: return=total-count}. */
final class PageArgument {

  private final Cursors cursors;

  PageArgument(Cursors cursors) {
    this.cursors = cursors;
  }

  PageRequest read(HttpServletRequest request) {
    return new PageRequest(
        limit(request.getParameter("limit")),
        Optional.ofNullable(request.getParameter("cursor"))
            .map(it -> cursors.open(it, Cursors.scopeOf(request))),
        Preferences.of(request).value("return").filter("total-count"::equals).isPresent());
  }

  private static int limit(@Nullable String text) {
    return text == null
        ? PageRequest.DEFAULT_LIMIT
        : Optional.of(text)
            .filter(it -> it.matches("[0-9]{1,4}"))
            .map(Integer::valueOf)
            .filter(it -> it >= 1 && it <= PageRequest.LARGEST_LIMIT)
            .orElseThrow(PageArgument::invalid);
  }

  private static Invalid invalid() {
    String detail = "limit is a whole number from 1 to " + PageRequest.LARGEST_LIMIT + ".";
    return new Invalid(
        "invalid-request", detail, List.of(new Fault("/limit", "out-of-range", detail)));
  }
}

package io.moltrail.web.pages;

import io.moltrail.web.requests.Preferences;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Reads {@code limit}, {@code cursor} and {@code Prefer: return=total-count}. */
final class PageArgument {

  private final Cursors cursors;

  PageArgument(Cursors cursors) {
    this.cursors = cursors;
  }

  PageRequest read(HttpServletRequest request) {
    return new PageRequest(
        request.getParameter("limit"),
        Optional.ofNullable(request.getParameter("cursor"))
            .map(it -> cursors.open(it, Cursors.scopeOf(request))),
        Preferences.of(request).value("return").filter("total-count"::equals).isPresent());
  }
}

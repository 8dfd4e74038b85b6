package io.moltrail.query.platform.lists;

import io.moltrail.web.pages.Cursors;
import io.moltrail.web.pages.Page;
import io.moltrail.web.pages.PageRequest;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Cuts a list after as many rows as were asked for. The row after them only shows that there is a
 * next page.
 */
public final class Pages {

  private final Cursors cursors;

  public Pages(Cursors cursors) {
    this.cursors = cursors;
  }

  /** How many rows to read for a page. */
  public static int rows(PageRequest request) {
    return request.limit() + 1;
  }

  /**
   * @param rows {@link #rows} of them, or fewer when there are no more
   * @param key what the next page begins after, made from the last row of this one
   * @param total counted only when the caller wants to know
   */
  public <R, T> Page<T> of(
      List<R> rows,
      PageRequest request,
      Function<R, String> key,
      Function<R, T> item,
      LongSupplier total) {
    List<R> shown = rows.subList(0, Math.min(rows.size(), request.limit()));
    return new Page<>(
        shown.stream().map(item).toList(),
        rows.size() > shown.size() ? cursors.seal(key.apply(shown.getLast())) : null,
        request.total() ? total.getAsLong() : null);
  }
}

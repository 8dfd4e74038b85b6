package io.moltrail.query.platform.freshness;

import io.moltrail.query.platform.database.LiveView;
import io.moltrail.query.platform.database.ReadSchema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Before a query is answered: pins the schema that is live now, says how old the answer may be,
 * waits for the caller's own write, and refuses while the rows are too far behind, for rights are
 * read from the same rows.
 */
final class FreshAnswers implements HandlerInterceptor {

  static final String LAG_HEADER = "X-Projection-Lag-Ms";
  private static final String SCHEMA = ReadSchema.class.getName();

  private final LiveView live;
  private final Freshness freshness;

  FreshAnswers(LiveView live, Freshness freshness) {
    this.live = live;
    this.freshness = freshness;
  }

  static boolean isQuery(HandlerMethod method) {
    return AnnotatedElementUtils.hasAnnotation(method.getBeanType(), QueryController.class);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && isQuery(method)) {
      ReadSchema schema = live.current();
      request.setAttribute(SCHEMA, schema);
      requireLittleLag(response, schema);
      freshness.require(request, schema);
      sayLag(response, freshness.lag(schema));
    }
    return true;
  }

  private void requireLittleLag(HttpServletResponse response, ReadSchema schema) {
    Duration now = freshness.lag(schema);
    sayLag(response, now);
    if (now.compareTo(Freshness.MOST_LAG) > 0) {
      throw Freshness.lagging();
    }
  }

  private static void sayLag(HttpServletResponse response, Duration lag) {
    response.setHeader(LAG_HEADER, Long.toString(lag.toMillis()));
  }

  /** The schema that was pinned for a request. */
  static ReadSchema pinned(HttpServletRequest request) {
    return (ReadSchema)
        Objects.requireNonNull(request.getAttribute(SCHEMA), "only a query has a schema");
  }
}

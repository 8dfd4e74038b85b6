package io.moltrail.web.container;

import io.moltrail.web.headers.SecurityHeaders;
import io.moltrail.web.problems.ProblemWriter;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tomcat's own error page, for requests that it refuses by itself, as a problem instead of HTML.
 */
final class ProblemValve extends ErrorReportValve {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);
  private static final int LEAST_ERROR = 400;
  private static final int URI_TOO_LONG = 414;
  private static final int HEADERS_TOO_LARGE = 431;
  private static final String TOO_LARGE =
      StringManager.getManager("org.apache.coyote.http11")
          .getString("iib.requestheadertoolarge.error");

  private final ProblemWriter problems;

  ProblemValve(ProblemWriter problems) {
    this.problems = problems;
    setAsyncSupported(true);
  }

  /**
   * Tomcat says 400 to headers that do not fit its buffer; when not even one had come, it was the
   * address.
   */
  private static int status(Request request, Response response) {
    boolean tooLarge =
        request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)
                instanceof IllegalArgumentException cause
            && TOO_LARGE.equals(cause.getMessage());
    if (!tooLarge) {
      return response.getStatus();
    }
    return request.getCoyoteRequest().getMimeHeaders().size() == 0
        ? URI_TOO_LONG
        : HEADERS_TOO_LARGE;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    if (response.getStatus() < LEAST_ERROR
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    try {
      if (!response.containsHeader("X-Request-Id")) {
        response.setHeader("X-Request-Id", UUID.randomUUID().toString());
      }
      SecurityHeaders.fixed(response);
      SecurityHeaders.unlessSet(response, "/");
      problems.write(request, response, status(request, response));
      response.finishResponse();
    } catch (IOException e) {
      LOG.debug("the caller has gone before the problem was written", e);
    }
  }
}

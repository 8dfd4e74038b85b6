package io.moltrail.web.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way in which a failure becomes an answer, whichever layer it happened in. Causes go to
 * the log, under the trace id that the answer carries; nothing of them goes out.
 */
public final class ProblemWriter {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);

  private final Translation translation;
  private final ProblemCatalogue catalogue;
  private final JsonMapper json;

  ProblemWriter(Translation translation, ProblemCatalogue catalogue, JsonMapper json) {
    this.translation = translation;
    this.catalogue = catalogue;
    this.json = json;
  }

  public void write(HttpServletRequest request, HttpServletResponse response, Throwable failure)
      throws IOException {
    Answer answer =
        WrongMethod.corrected(translation.of(failure), request.getMethod(), path(request));
    log(request, answer, failure);
    write(request, response, answer);
  }

  /** For a layer that tells only a status. */
  public void write(HttpServletRequest request, HttpServletResponse response, int status)
      throws IOException {
    write(request, response, ByStatus.answer(status));
  }

  private void write(HttpServletRequest request, HttpServletResponse response, Answer answer)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    byte[] body = json.writeValueAsBytes(problem(request, response, answer));
    response.resetBuffer();
    response.setHeader("ETag", null); // of what would have been answered, had it not failed
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(Problem.MEDIA_TYPE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private Problem problem(HttpServletRequest request, HttpServletResponse response, Answer answer) {
    return new Problem(
        "/problems/" + answer.code(),
        catalogue.title(answer.code()),
        answer.status(),
        answer.detail(),
        path(request),
        traceId(response),
        answer.faults(),
        answer.facts());
  }

  private static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String called
        ? called
        : Optional.ofNullable(request.getRequestURI()).orElse("/");
  }

  /** The request id, which the answer carries in a header from the first filter on. */
  private static String traceId(HttpServletResponse response) {
    return Optional.ofNullable(response.getHeader("X-Request-Id")).orElse("none");
  }

  private static void log(HttpServletRequest request, Answer answer, Throwable failure) {
    if (answer.status() == 500) {
      LOG.error("{} {} failed", request.getMethod(), path(request), failure);
    } else if (answer.status() == 503) {
      LOG.warn(
          "{} {} is not possible now: {}", request.getMethod(), path(request), failure.toString());
    } else {
      LOG.debug("{} {} was refused: {}", request.getMethod(), path(request), answer.code());
    }
  }
}

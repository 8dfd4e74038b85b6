package io.moltrail.web.problems;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;

/** Answers to failures of which only the status is known. */
final class ByStatus {

  private ByStatus() {}

  static Answer answer(int status) {
    return switch (status) {
      case 401 -> Refusals.answer(new Unauthenticated());
      case 403 -> Answer.of(403, "forbidden", "You may not do this.");
      case 404 -> Answer.of(404, "not-found", "There is nothing here, or you may not see it.");
      case 405 ->
          Answer.of(
              405,
              "method-not-allowed",
              "This resource does not answer this method; Allow names those it does.");
      case 406 ->
          Answer.of(
              406, "not-acceptable", "This resource has no representation that Accept allows.");
      case 409 ->
          Answer.of(
              409, "conflict", "It conflicts with the state of things, or with another request.");
      case 413 ->
          Answer.of(413, "payload-too-large", "The body is larger than this route accepts.");
      case 414 -> Answer.of(414, "uri-too-long", "The address is longer than is accepted.");
      case 415 ->
          Answer.of(
              415,
              "unsupported-media-type",
              "This route does not read this kind of body; send application/json.");
      case 422 -> Answer.of(422, "invalid-request", "The request does not keep to the rules.");
      case 431 ->
          Answer.of(
              431,
              "headers-too-large",
              "The headers are larger than the 16 KiB that are accepted.");
      case 501 ->
          Answer.of(
              501, "not-implemented", "The request needs something that is not offered here.");
      case 503 -> Refusals.answer(new ServiceUnavailable());
      default -> HttpStatus.valueOf(status).is4xxClientError() ? malformed() : internal();
    };
  }

  /** What the framework knows to say in headers, such as {@code Allow}. */
  static Map<String, String> headers(ErrorResponse failure) {
    Map<String, String> headers = new LinkedHashMap<>();
    failure.getHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
    return headers;
  }

  private static Answer malformed() {
    return Answer.of(400, "malformed-request", "The request cannot be read.");
  }

  private static Answer internal() {
    return Answer.of(
        500, "internal", "Something went wrong on our side; traceId finds it in our log.");
  }
}

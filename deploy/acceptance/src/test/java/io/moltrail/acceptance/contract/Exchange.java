package io.moltrail.acceptance.contract;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What was asked and what came back. */
record Exchange(String method, URI uri, int status, HttpHeaders headers, String body) {

  static Exchange of(HttpResponse<String> response) {
    return new Exchange(
        response.request().method(),
        response.uri(),
        response.statusCode(),
        response.headers(),
        response.body());
  }

  String path() {
    return uri.getRawPath();
  }

  /** Without parameters such as the charset. */
  Optional<String> mediaType() {
    return headers.firstValue("Content-Type").map(it -> it.split(";", 2)[0].strip());
  }

  boolean hasBody() {
    return !body.isEmpty();
  }

  String what() {
    return method + " " + path() + " answered " + status;
  }
}

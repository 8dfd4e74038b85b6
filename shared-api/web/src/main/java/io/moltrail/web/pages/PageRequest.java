package io.moltrail.web.pages;

import java.util.Optional;

/**
 * Which page is asked for. A controller method takes it as a parameter.
 *
 * @param cursorPayload what {@link Cursors#seal} was given on the page before
 * @param total whether the count of all is wanted
 */
public record PageRequest(int limit, Optional<String> cursorPayload, boolean total) {

  static final int DEFAULT_LIMIT = 50;
  static final int LARGEST_LIMIT = 200;
}

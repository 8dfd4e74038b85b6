package io.moltrail.eventstore.json;

import tools.jackson.core.JacksonException;

/** A stored message does not fit its record. Says where, without what stands there. */
public final class UnreadableMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Not the whole path: it may hold keys of maps, which are values too. */
  UnreadableMessageException(Class<?> type, JacksonException failure) {
    super(
        "A stored %s cannot be read (%s at %s)"
            .formatted(type.getSimpleName(), failure.getClass().getSimpleName(), field(failure)));
  }

  private static String field(JacksonException failure) {
    return failure.getPath().stream()
        .findFirst()
        .map(JacksonException.Reference::getPropertyName)
        .orElse("its beginning");
  }
}

package io.moltrail.eventstore.envelope;

/**
 * Something was to be sealed for a subject whose key has been destroyed; nothing may be written
 * about it any more.
 */
public final class ErasedSubjectException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ErasedSubjectException(String subject) {
    super("The data key of " + subject + " has been destroyed");
  }
}

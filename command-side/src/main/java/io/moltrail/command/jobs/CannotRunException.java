package io.moltrail.command.jobs;

/** A job cannot begin or go on; the message is the end of a sentence for the operator. */
final class CannotRunException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotRunException(String because) {
    super(because);
  }
}

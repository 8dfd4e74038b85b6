package io.moltrail.command.platform;

import org.springframework.dao.ConcurrencyFailureException;

/**
 * A structure was claimed or let go of between the look at it and the write; the command starts
 * anew.
 */
final class ClaimedMeanwhileException extends ConcurrencyFailureException {

  private static final long serialVersionUID = 1L;

  ClaimedMeanwhileException() {
    super("A structure was let go of while it was being claimed");
  }

  ClaimedMeanwhileException(Throwable cause) {
    super("A structure was claimed by another while it was being claimed", cause);
  }
}

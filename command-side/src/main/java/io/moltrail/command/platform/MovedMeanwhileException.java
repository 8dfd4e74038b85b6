package io.moltrail.command.platform;

import org.springframework.dao.ConcurrencyFailureException;

/**
 * The molecule went to another project between the look-up and the lock; the command starts anew.
 */
final class MovedMeanwhileException extends ConcurrencyFailureException {

  private static final long serialVersionUID = 1L;

  MovedMeanwhileException() {
    super("The molecule was moved while its project was being locked");
  }
}

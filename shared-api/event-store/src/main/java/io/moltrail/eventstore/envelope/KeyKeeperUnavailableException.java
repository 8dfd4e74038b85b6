package io.moltrail.eventstore.envelope;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Whoever keeps the wrapping key does not answer, or not as it must. To a caller that is a database
 * that is away (503, try again), never an erased value: what cannot be unwrapped now is not gone.
 * The message holds neither keys nor tokens.
 */
public final class KeyKeeperUnavailableException extends DataAccessResourceFailureException {

  private static final long serialVersionUID = 1L;

  public KeyKeeperUnavailableException(String because, @Nullable Throwable cause) {
    super("The keeper of the wrapping key cannot be used: " + because, cause);
  }
}

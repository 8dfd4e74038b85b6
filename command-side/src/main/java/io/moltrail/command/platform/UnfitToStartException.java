package io.moltrail.command.platform;

/**
 * What is configured does not fit what is stored, or cannot be done; the message is one sentence
 * for the operator.
 */
public final class UnfitToStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnfitToStartException(String because) {
    super("Moltrail does not start because " + because + ".");
  }
}

package io.moltrail.command.platform;

/**
 * What is configured does not fit what is stored, or cannot be done; the message is one sentence
 * for the operator.
 */
public final class UnfitToStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String because;

  public UnfitToStartException(String because) {
    super("Moltrail does not start because " + because + ".");
    this.because = because;
  }

  /** The end of the sentence, for something that does not run for the same cause. */
  public String because() {
    return because;
  }
}

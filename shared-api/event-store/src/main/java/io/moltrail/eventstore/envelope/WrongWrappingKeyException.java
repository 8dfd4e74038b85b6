package io.moltrail.eventstore.envelope;

import java.util.Collection;

/** The wrapping keys that were given do not fit the database; the message is for the operator. */
public final class WrongWrappingKeyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Collection<String> unknown;

  WrongWrappingKeyException(Collection<String> unknown) {
    super(
        sentence(unknown)
            + "; what is sealed under them could not be read, and what is written now could be read"
            + " by nobody else.");
    this.unknown = unknown;
  }

  /** The same as the end of a sentence that begins with what does not happen. */
  public String because() {
    return sentence(unknown);
  }

  private static String sentence(Collection<String> unknown) {
    return "PII_KEK is not the key that wrapped the data keys in this database, and"
        + " PII_KEK_PREVIOUS does not hold it ("
        + String.join(", ", unknown)
        + ")";
  }
}

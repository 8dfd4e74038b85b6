package io.moltrail.eventstore.envelope;

/** The wrapping key that was given does not fit the database; the message is for the operator. */
public final class WrongWrappingKeyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongWrappingKeyException() {
    super(
        "PII_KEK is not the key that wrapped the data keys in this database; what is sealed under"
            + " them could not be read, and what is written now could be read by nobody else.");
  }
}

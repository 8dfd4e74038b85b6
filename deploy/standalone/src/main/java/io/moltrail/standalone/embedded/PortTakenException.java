package io.moltrail.standalone.embedded;

/** A port that Moltrail was told to use cannot be had. */
public final class PortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PortTakenException(String message) {
    super(message);
  }
}

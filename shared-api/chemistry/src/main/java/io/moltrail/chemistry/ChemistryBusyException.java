package io.moltrail.chemistry;

/**
 * The queue of the chemistry pool is full: the caller should answer "try again later", nothing was
 * read.
 */
public final class ChemistryBusyException extends RuntimeException {

  ChemistryBusyException(int queued) {
    super("the chemistry pool is busy: " + queued + " structures are waiting");
  }
}

package io.moltrail.acceptance;

/** Moltrail in one process or in two. */
interface Running extends AutoCloseable {

  /** Whatever was asked of it so far, it must not have failed by itself. */
  void requireNoFailure();

  /** Stops it, and requires the same of all it ever did. */
  @Override
  void close();
}

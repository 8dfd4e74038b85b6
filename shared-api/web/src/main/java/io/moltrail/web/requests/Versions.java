package io.moltrail.web.requests;

/** Versions of aggregates as entity tags. */
public final class Versions {

  private Versions() {}

  public static String etag(long version) {
    return "\"" + version + "\"";
  }
}

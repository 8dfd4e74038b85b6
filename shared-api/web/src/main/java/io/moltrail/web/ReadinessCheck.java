package io.moltrail.web;

/** Something without which this process cannot serve. */
public interface ReadinessCheck {

  /** For the log only; the answer to the outside has no detail. */
  String name();

  boolean ready();
}

package io.moltrail.inventory;

/** What the README of {@code deploy/inventory} calls the class of a value. */
enum Sensitivity {
  PERSONAL,
  CONFIDENTIAL,
  PSEUDONYM,
  PLAIN;

  /** Whether it must never be read by those who only run Moltrail. */
  boolean secret() {
    return this == PERSONAL || this == CONFIDENTIAL;
  }
}

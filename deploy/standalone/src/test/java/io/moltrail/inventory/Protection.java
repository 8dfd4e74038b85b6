package io.moltrail.inventory;

/** How a value stands in its place; the README of {@code deploy/inventory} explains each. */
enum Protection {
  CLEAR,
  ENVELOPE,
  FINGERPRINT,
  HASH,
  PASSWORD_HASH,
  WRAPPED,
  SHORTENED,
  MEMORY,
  DEVELOPMENT,
  TERMINAL
}

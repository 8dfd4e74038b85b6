package io.moltrail.command.account;

import java.util.Optional;

/**
 * The administrator that was made at this start. To be printed once, on the console, never by a
 * logger.
 *
 * @param password empty when it came from {@code ADMIN_PASSWORD} and is known to whoever started
 *     Moltrail
 */
public record InitialAdministrator(String email, Optional<String> password) {

  @Override
  public String toString() {
    return "(the first administrator)";
  }
}

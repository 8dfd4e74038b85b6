package io.moltrail.command.account;

/**
 * The administrator that was made at this start, when its password was drawn at random. To be
 * printed once, on the terminal, never by a logger.
 */
public record InitialAdministrator(String email, String password) {

  @Override
  public String toString() {
    return "(the first administrator)";
  }
}

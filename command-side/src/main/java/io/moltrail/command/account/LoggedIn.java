package io.moltrail.command.account;

import io.moltrail.messages.LogPlace;
import java.util.Optional;

/**
 * Somebody has been let in.
 *
 * @param place of the user's newest event
 * @param deviceToken names the device at its next login; empty after a refresh
 */
record LoggedIn(TokenAnswer tokens, LogPlace place, Optional<String> deviceToken) {

  @Override
  public String toString() {
    return "(logged in)";
  }
}

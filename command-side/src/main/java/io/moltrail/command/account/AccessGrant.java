package io.moltrail.command.account;

import java.time.Duration;

/**
 * A signed access token.
 *
 * @param life how long it is good from now on
 */
record AccessGrant(String token, Duration life) {

  @Override
  public String toString() {
    return "(an access token)";
  }
}

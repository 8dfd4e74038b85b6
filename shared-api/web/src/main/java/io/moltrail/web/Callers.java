package io.moltrail.web;

import io.moltrail.messages.user.UserId;
import java.util.Optional;

/**
 * Who may call, asked anew for every request: a token says who somebody is, never what they may do.
 */
public interface Callers {

  /** The rights that hold now; empty when the user is unknown, erased or not verified. */
  Optional<CallerStanding> find(UserId user);
}

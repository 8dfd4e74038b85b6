package io.moltrail.command.account;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.Refusal.Fault;
import java.util.List;

/** Refusals of what was typed, whoever typed it. */
final class InvalidForm {

  static final Fault EMAIL =
      new Fault("/email", "invalid-email", "An e-mail address looks like ada@example.org.");

  static final Fault NEW_EMAIL = new Fault("/newEmail", EMAIL.code(), EMAIL.detail());

  static final Fault DISPLAY_NAME =
      new Fault(
          "/displayName", "invalid-name", "A name has 1 to 100 visible characters on one line.");

  static final int LONGEST_EMAIL = 254;

  /** In UTF-16, where 128 characters may take two each; {@link PasswordPolicy} counts them. */
  static final int LONGEST_PASSWORD = 256;

  static final int LONGEST_TOKEN = 256;

  private InvalidForm() {}

  static Refusal.Invalid of(List<Fault> faults) {
    return new Refusal.Invalid("invalid-request", "Some fields are not as they must be.", faults);
  }

  /** Who is logged in types another password than their own. */
  static Refusal.Invalid currentPassword() {
    return of(
        List.of(
            new Fault("/currentPassword", "wrong-password", "This is not your current password.")));
  }

  /** Who is logged in types another password than their own, to show that it is them. */
  static Refusal.Invalid password() {
    return of(List.of(new Fault("/password", "wrong-password", "This is not your password.")));
  }

  /** A mailed token that opens nothing: made up, used, or too old. */
  static Refusal.Invalid mailToken() {
    String sentence =
        "This link does not work: it has been used, a newer one took its place, or it is too old."
            + " Ask for a new one.";
    return new Refusal.Invalid(
        "invalid-mail-token",
        sentence,
        List.of(new Fault("/token", "invalid-mail-token", sentence)));
  }
}

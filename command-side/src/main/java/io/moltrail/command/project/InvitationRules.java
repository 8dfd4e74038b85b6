package io.moltrail.command.project;

import io.moltrail.messages.Refusal;
import java.util.List;

/** The rules about who is asked into a project, and who may accept. */
final class InvitationRules {

  private static final int MOST_PENDING = 100;

  private InvitationRules() {}

  static void roomForOneMore(int pending) {
    if (pending >= MOST_PENDING) {
      throw new Refusal.Conflict(
          "too-many-invitations",
          "100 invitations are under way in this project; withdraw one or wait for an answer.");
    }
  }

  /**
   * One answer to a token that was made up or forwarded, and to an invitation that has ended, so
   * that a token tells nothing to whom it was not sent.
   */
  static Refusal.Invalid leadsNowhere() {
    String sentence =
        "This invitation does not work: it went to another address, was used or withdrawn, or is"
            + " too old.";
    return new Refusal.Invalid(
        "invalid-mail-token",
        sentence,
        List.of(new Refusal.Fault("/token", "invalid-mail-token", sentence)));
  }
}

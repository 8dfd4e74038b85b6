package io.moltrail.command.account;

import io.moltrail.web.problems.ProblemKind;
import io.moltrail.web.problems.ProblemSource;
import java.util.List;

/** What is refused about accounts, explained. */
final class AccountProblems implements ProblemSource {

  @Override
  public List<ProblemKind> kinds() {
    return List.of(
        new ProblemKind(
            "invalid-credentials",
            401,
            "Not let in",
            "E-mail address and password do not open an account. It is not told whether there is"
                + " one, whether it has been verified, or whether it is suspended.",
            "Check both, and whether you have confirmed your address."),
        new ProblemKind(
            "invalid-refresh-token",
            401,
            "The session cannot go on",
            "The refresh token is unknown, too old, or has been used; a used one that comes again"
                + " ends its session, for somebody may have stolen it.",
            "Log in again."),
        new ProblemKind(
            "invalid-mail-token",
            422,
            "The link does not work",
            "The token in the mail was used before, a newer mail took its place, it is too old (a"
                + " day for a new account or address, an hour for a new password), or it was not"
                + " copied whole.",
            "Ask for the mail again and use the newest."),
        new ProblemKind(
            "verification-outdated",
            409,
            "A newer registration exists",
            "Somebody has registered this address again since; only the newest registration can be"
                + " confirmed.",
            "Use the newest mail, or register again."),
        new ProblemKind(
            "self-suspension",
            409,
            "Not yourself",
            "Administrators suspend others, never themselves, so that one always remains.",
            "Ask another administrator."));
  }
}

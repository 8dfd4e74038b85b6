package io.moltrail.command.platform;

import io.moltrail.web.problems.ProblemKind;
import io.moltrail.web.problems.ProblemSource;
import java.util.List;

/** What the command side refuses, explained. */
final class CommandProblems implements ProblemSource {

  @Override
  public List<ProblemKind> kinds() {
    return List.of(
        new ProblemKind(
            "project-code-taken",
            409,
            "Project code taken",
            "One of the owner's projects has this code, and molecule numbers begin with it.",
            "Choose another code, or another owner."),
        new ProblemKind(
            "already-member",
            409,
            "Already a member",
            "The user is a member of the project.",
            "Change their role instead."),
        new ProblemKind(
            "already-invited",
            409,
            "Already invited",
            "An invitation to this address is under way in the project.",
            "Wait for an answer, or withdraw it and invite again."),
        new ProblemKind(
            "too-many-invitations",
            409,
            "Too many invitations",
            "100 invitations are under way in the project, the most there can be.",
            "Withdraw some, or wait until they are accepted or expire after seven days."),
        new ProblemKind(
            "owner-stays-owner",
            409,
            "The owner stays the owner",
            "The owner's role cannot be changed like another member's, and the owner cannot leave"
                + " or be removed.",
            "Transfer the project."),
        new ProblemKind(
            "no-active-member",
            409,
            "No active member",
            "Whoever is to own a project must be a member of it, verified and not suspended.",
            "Add them first, or name another member."),
        new ProblemKind(
            "project-archived",
            409,
            "Project archived",
            "An archived project takes no molecules, names, descriptions, members, invitations,"
                + " roles or owner, and its molecules stay as they are; members may still leave or"
                + " be removed.",
            "Restore the project first."),
        new ProblemKind(
            "molecule-archived",
            409,
            "Molecule archived",
            "An archived molecule keeps its name, its annotations, its number and its structure.",
            "Restore the molecule first."),
        new ProblemKind(
            "too-many-annotations",
            409,
            "Too many annotations",
            "A molecule has up to 50 annotations.",
            "Remove some, or say less."),
        new ProblemKind(
            "duplicate-structure",
            409,
            "Structure already registered",
            "The project holds a molecule with this structure; existing names it.",
            "Use the existing molecule; restore it first when it is archived."),
        new ProblemKind(
            "batch-refused",
            422,
            "Batch refused",
            "All or none was asked for, and a row could not be added; items tells which. Answered"
                + " with 409 when only duplicates stood against it.",
            "Mend or leave out the rows and send the batch again."),
        new ProblemKind(
            "quota-exceeded",
            409,
            "Quota exceeded",
            "The owner's tier allows no more molecules in this project, or no more projects of the"
                + " owner's; archived ones count.",
            "Have the owner's tier raised, or use another project; GET /v1/me/quota tells what is"
                + " left."),
        new ProblemKind(
            "email-taken",
            409,
            "E-mail address taken",
            "Somebody uses this address.",
            "Use another address."),
        new ProblemKind(
            "newer-version-needed",
            503,
            "A newer version is needed",
            "A newer version of Moltrail has changed it in a way that this one cannot read, and"
                + " half a history decides nothing; nothing was done.",
            "Try again after Retry-After; it passes when the upgrade is complete."));
  }
}

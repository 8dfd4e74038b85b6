package io.moltrail.command.platform;

import io.moltrail.messages.Actor;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * What a project asks of everybody who changes something in it, said once for aggregates and for
 * the look before them.
 */
public final class ProjectRules {

  private ProjectRules() {}

  /**
   * @throws Refusal.NotFound to strangers; @throws Refusal.Forbidden to members of a lesser role
   */
  public static Actor.User require(Actor actor, ProjectId project, MemberRole needed) {
    if (!(actor instanceof Actor.User user)) {
      throw new Refusal.NotFound();
    }
    MemberRole role = user.roleIn(project).orElseThrow(Refusal.NotFound::new);
    if (!role.includes(needed)) {
      throw lacks(needed);
    }
    return user;
  }

  static Refusal.Forbidden lacks(MemberRole needed) {
    return new Refusal.Forbidden(
        switch (needed) {
          case OWNER -> "Only the project's owner may do this.";
          case EDITOR ->
              "Viewers may look; only editors and the owner may change what is in a project.";
          case VIEWER -> "Only members may do this.";
        });
  }

  /** 21 CFR Part 11 and EU Annex 11: regulated work says why. */
  public static void reasonGiven(boolean regulated, @Nullable String reason) {
    if (regulated && reason == null) {
      throw new Refusal.ReasonRequired();
    }
  }

  /** An archived project stays as it is. */
  public static void notArchived(boolean archived) {
    if (archived) {
      throw new Refusal.Conflict(
          "project-archived", "The project is archived; restore it before you change it.");
    }
  }
}

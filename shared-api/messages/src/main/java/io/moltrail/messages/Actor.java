package io.moltrail.messages;

import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who gives a command, with the rights that hold at this moment. It is read from the command side's
 * own tables inside the command's transaction, never from a token.
 */
public sealed interface Actor {

  /** How the actor is named in an event's metadata: a pseudonym, or one of two fixed words. */
  String pseudonym();

  /** Whether a text is what {@link #pseudonym} can say: a canonical UUID or a fixed word. */
  static boolean isPseudonym(String text) {
    return text.equals(new Anonymous().pseudonym())
        || text.equals(new Installation().pseudonym())
        || Id.parse(text).isPresent();
  }

  /** Somebody who has no account yet. */
  record Anonymous() implements Actor {
    @Override
    public String pseudonym() {
      return "anonymous";
    }
  }

  /** Moltrail itself, at its first start. */
  record Installation() implements Actor {
    @Override
    public String pseudonym() {
      return "installation";
    }
  }

  /** A verified user who is not suspended. */
  record User(UserId id, Tier tier, Set<SystemRole> roles, Map<ProjectId, MemberRole> memberships)
      implements Actor {

    public Optional<MemberRole> roleIn(ProjectId project) {
      return Optional.ofNullable(memberships.get(project));
    }

    public boolean has(SystemRole role) {
      return roles.contains(role);
    }

    @Override
    public String pseudonym() {
      return id.toString();
    }
  }
}

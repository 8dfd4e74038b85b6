package io.moltrail.query.projects;

import io.moltrail.messages.project.InvitationEvent;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberRemoved;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.MemberRoleChanged;
import io.moltrail.messages.project.OwnershipTransferred;
import io.moltrail.messages.project.ProjectArchived;
import io.moltrail.messages.project.ProjectCreated;
import io.moltrail.messages.project.ProjectDescribed;
import io.moltrail.messages.project.ProjectEvent;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectRenamed;
import io.moltrail.messages.project.ProjectRestored;
import io.moltrail.messages.user.UserId;
import io.moltrail.query.platform.projection.Evolution;
import io.moltrail.query.platform.projection.Recorded;
import io.moltrail.query.platform.projection.View;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is in a project, and as what. */
public record MembersView(ProjectId project, Map<UserId, Membership> members, long version)
    implements View {

  public MembersView {
    members = Map.copyOf(members);
  }

  public static MembersView evolve(
      @Nullable MembersView before, ProjectEvent event, Recorded recorded) {
    return switch (event) {
      case ProjectCreated it ->
          new MembersView(it.projectId(), Map.of(), 0)
              .with(it.owner(), new Membership(MemberRole.OWNER, recorded.at()), recorded);
      case MemberAdded it ->
          Evolution.existing(before)
              .with(it.member(), new Membership(it.role(), recorded.at()), recorded);
      case MemberRoleChanged it ->
          Evolution.existing(before).changed(it.member(), it.role(), recorded);
      case MemberRemoved it -> Evolution.existing(before).without(it.member(), recorded);
      case OwnershipTransferred it ->
          Evolution.existing(before)
              .changed(it.formerOwner(), MemberRole.EDITOR, recorded)
              .changed(it.newOwner(), MemberRole.OWNER, recorded);
      case InvitationEvent it -> Evolution.existing(before).at(recorded);
      case ProjectRenamed it -> Evolution.existing(before).at(recorded);
      case ProjectDescribed it -> Evolution.existing(before).at(recorded);
      case ProjectArchived it -> Evolution.existing(before).at(recorded);
      case ProjectRestored it -> Evolution.existing(before).at(recorded);
    };
  }

  private MembersView changed(UserId member, MemberRole role, Recorded recorded) {
    Membership held = Evolution.existing(held(member));
    return with(member, new Membership(role, held.since()), recorded);
  }

  private @Nullable Membership held(UserId member) {
    return members.get(member);
  }

  private MembersView with(UserId member, Membership membership, Recorded recorded) {
    Map<UserId, Membership> changed = new HashMap<>(members);
    changed.put(member, membership);
    return new MembersView(project, changed, recorded.version());
  }

  private MembersView without(UserId member, Recorded recorded) {
    Map<UserId, Membership> fewer = new HashMap<>(members);
    fewer.remove(member);
    return new MembersView(project, fewer, recorded.version());
  }

  private MembersView at(Recorded recorded) {
    return new MembersView(project, members, recorded.version());
  }

  /**
   * @param since when they became a member, whatever their role was then
   */
  public record Membership(MemberRole role, Instant since) {}
}

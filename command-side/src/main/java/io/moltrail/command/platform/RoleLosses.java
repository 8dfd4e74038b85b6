package io.moltrail.command.platform;

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
import io.moltrail.messages.project.ProjectRenamed;
import io.moltrail.messages.project.ProjectRestored;
import io.moltrail.messages.user.RoleRevoked;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.security.Loss;
import io.moltrail.web.security.LostRole;
import io.moltrail.web.security.LostRoles;
import io.moltrail.web.security.LostSystemRole;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the query nodes who has a lesser role, or none, as soon as it is committed; their rows may
 * take longer. Who has gained one waits for the rows as for any other news.
 */
final class RoleLosses {

  private final LostRoles lost;
  private final Rights rights;

  RoleLosses(LostRoles lost, Rights rights) {
    this.lost = lost;
    this.rights = rights;
  }

  /** Inside the transaction that appends the events, and before they change any rights. */
  void announce(List<? extends DomainEventMessage<?>> events) {
    for (DomainEventMessage<?> message : events) {
      long version = message.getSequenceNumber() + 1;
      switch (message.getPayload()) {
        case ProjectEvent it -> announce(it, version);
        case RoleRevoked it -> afterCommit(it.userId(), new LostSystemRole(it.role(), version));
        default -> {
          // takes no role from anybody
        }
      }
    }
  }

  private void announce(ProjectEvent event, long version) {
    switch (event) {
      case MemberRemoved it -> inProject(it, version, it.member(), Optional.empty());
      case MemberRoleChanged it -> {
        if (lessens(it)) {
          inProject(it, version, it.member(), Optional.of(it.role()));
        }
      }
      case OwnershipTransferred it ->
          inProject(it, version, it.formerOwner(), Optional.of(MemberRole.EDITOR));
      case ProjectCreated _,
          ProjectRenamed _,
          ProjectDescribed _,
          MemberAdded _,
          InvitationEvent _,
          ProjectArchived _,
          ProjectRestored _ -> {
        // nobody has less than before
      }
    }
  }

  private boolean lessens(MemberRoleChanged event) {
    return rights
        .roleIn(event.projectId(), event.member())
        .filter(event.role()::includes)
        .isEmpty();
  }

  private void inProject(ProjectEvent event, long version, UserId user, Optional<MemberRole> left) {
    afterCommit(user, new LostRole(event.projectId(), version, left));
  }

  private void afterCommit(UserId user, Loss loss) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            lost.add(user, loss);
          }
        });
  }
}

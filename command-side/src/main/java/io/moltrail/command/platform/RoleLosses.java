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
import io.moltrail.messages.user.UserId;
import io.moltrail.web.security.LostRole;
import io.moltrail.web.security.LostRoles;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the query nodes who has another role in a project, or none, as soon as it is committed;
 * their rows may take longer. Who has gained one waits for the rows as for any other news.
 */
final class RoleLosses {

  private final LostRoles lost;

  RoleLosses(LostRoles lost) {
    this.lost = lost;
  }

  /** Inside the transaction that appends the events. */
  void announce(List<? extends DomainEventMessage<?>> events) {
    for (DomainEventMessage<?> message : events) {
      if (message.getPayload() instanceof ProjectEvent event) {
        announce(event, message.getSequenceNumber() + 1);
      }
    }
  }

  private void announce(ProjectEvent event, long version) {
    switch (event) {
      case MemberRemoved it -> afterCommit(it, version, it.member(), Optional.empty());
      case MemberRoleChanged it -> afterCommit(it, version, it.member(), Optional.of(it.role()));
      case OwnershipTransferred it ->
          afterCommit(it, version, it.formerOwner(), Optional.of(MemberRole.EDITOR));
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

  private void afterCommit(
      ProjectEvent event, long version, UserId user, Optional<MemberRole> left) {
    LostRole role = new LostRole(event.projectId(), version, left);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            lost.add(user, role);
          }
        });
  }
}

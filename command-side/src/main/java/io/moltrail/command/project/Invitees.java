package io.moltrail.command.project;

import io.moltrail.messages.project.InvitationId;
import io.moltrail.messages.user.UserId;

/** What a project asks about who accepts an invitation: whether it went to their own address. */
@FunctionalInterface
public interface Invitees {

  boolean invited(InvitationId invitation, UserId user);
}

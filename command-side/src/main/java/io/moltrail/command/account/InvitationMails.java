package io.moltrail.command.account;

import io.moltrail.messages.project.InviteMember;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.web.limits.AccountLimits;

/**
 * The mails that ask people into projects. They wait under the invitation's own key, so one that
 * has ended meanwhile is not sent. They name neither the project nor who invites: both are words
 * that a stranger chooses.
 */
public final class InvitationMails {

  private final Outbox outbox;
  private final AccountLimits limits;

  InvitationMails(Outbox outbox, AccountLimits limits) {
    this.outbox = outbox;
    this.limits = limits;
  }

  /** Whether one more may go to an address. Before the transaction that invites. */
  public boolean room(EmailAddress recipient) {
    return limits.invitationTo(recipient);
  }

  /** Inside the transaction that invites. */
  public void send(InviteMember invitation, OpaqueToken token) {
    outbox.add(
        MailTemplate.INVITATION,
        invitation.invitationId(),
        new MailContent(invitation.email().value(), token.value()));
  }
}

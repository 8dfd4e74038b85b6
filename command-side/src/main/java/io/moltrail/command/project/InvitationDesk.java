package io.moltrail.command.project;

import io.moltrail.command.account.InvitationMails;
import io.moltrail.command.account.OpaqueToken;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Receipt;
import io.moltrail.command.platform.SentInvitations;
import io.moltrail.command.platform.SentInvitations.Sent;
import io.moltrail.messages.project.AcceptInvitation;
import io.moltrail.messages.project.InviteMember;
import io.moltrail.messages.project.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Sends invitations and lets those in who show their token. Whether an address has an account, or
 * is a member's, is not looked up before the token is shown, so whoever invites learns nothing from
 * an answer or from how long it takes.
 */
final class InvitationDesk {

  private final Commands commands;
  private final SentInvitations sent;
  private final InvitationMails mails;
  private final Duration life;
  private final InstantSource clock;

  /**
   * @param life how long an invitation can be accepted
   */
  InvitationDesk(
      Commands commands,
      SentInvitations sent,
      InvitationMails mails,
      Duration life,
      InstantSource clock) {
    this.commands = commands;
    this.sent = sent;
    this.mails = mails;
    this.life = life;
    this.clock = clock;
  }

  /** Until when one that is sent now can be accepted. */
  Instant expiry() {
    return clock.instant().plus(life).truncatedTo(ChronoUnit.MICROS);
  }

  /** An address that has had its mails of the hour gets none, and nobody learns of it. */
  Receipt invite(InviteMember command, CommandContext context) {
    OpaqueToken token = OpaqueToken.draw();
    boolean room = mails.room(command.email());
    return commands.send(
        command,
        context.with(
            () -> {
              sent.add(command, token.hash());
              if (room) {
                mails.send(command, token);
              }
            }));
  }

  Accepted accept(OpaqueToken token, CommandContext context) {
    Sent invitation = sent.find(token.hash()).orElseThrow(InvitationRules::leadsNowhere);
    AcceptInvitation command =
        new AcceptInvitation(invitation.project(), invitation.invitation(), clock.instant());
    return new Accepted(invitation.project(), commands.send(command, context));
  }

  /** Where an invitation has led. */
  record Accepted(ProjectId project, Receipt receipt) {}
}

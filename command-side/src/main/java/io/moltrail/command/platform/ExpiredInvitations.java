package io.moltrail.command.platform;

import io.moltrail.command.platform.SentInvitations.Sent;
import io.moltrail.messages.project.ExpireInvitation;
import io.moltrail.web.requests.RequestId;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the invitations that nobody accepted in time, and with each the key of its address. */
public final class ExpiredInvitations {

  private static final Logger LOG = LoggerFactory.getLogger(ExpiredInvitations.class);

  private final Commands commands;
  private final SentInvitations sent;
  private final InstantSource clock;

  public ExpiredInvitations(Commands commands, SentInvitations sent, InstantSource clock) {
    this.commands = commands;
    this.sent = sent;
    this.clock = clock;
  }

  /** One by one; one that fails does not hold up the others, and is tried again the next time. */
  public void end() {
    Instant now = clock.instant();
    sent.expiredBy(now).forEach(it -> end(it, now));
  }

  private void end(Sent invitation, Instant now) {
    try {
      commands.send(
          new ExpireInvitation(invitation.project(), invitation.invitation(), now),
          CommandContext.by(new Author.Installation(), RequestId.current()));
    } catch (RuntimeException e) {
      LOG.warn("An invitation could not be ended now; the timer will try again", e);
    }
  }
}

package io.moltrail.command.platform;

import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.InvitationEvent;
import io.moltrail.messages.project.InvitationId;
import io.moltrail.messages.project.InviteMember;
import io.moltrail.messages.project.MemberInvited;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Invitations that have been sent and have not ended: to whom, as a fingerprint, and which token
 * accepts them. Both are forgotten in the transaction that ends an invitation, and with them the
 * key under which its address can be read.
 */
public final class SentInvitations {

  private final JdbcClient jdbc;
  private final Names names;
  private final DataKeys keys;

  public SentInvitations(JdbcClient jdbc, Names names, DataKeys keys) {
    this.jdbc = jdbc;
    this.names = names;
    this.keys = keys;
  }

  /**
   * Inside the transaction that invites.
   *
   * @throws Refusal.Conflict when one to the same address is under way in the project
   */
  public void add(InviteMember invitation, byte[] tokenHash) {
    int added =
        jdbc.sql(
                """
                insert into command.invitation (invitation_id, project_id, email_key, token_hash, expires_at)
                values (?, ?, ?, ?, ?)
                on conflict (project_id, email_key) do nothing
                """)
            .params(
                invitation.invitationId().value(),
                invitation.projectId().value(),
                names.keyOf(invitation.email()),
                tokenHash,
                invitation.expiresAt().atOffset(ZoneOffset.UTC))
            .update();
    if (added == 0) {
      throw new Refusal.Conflict(
          "already-invited", "An invitation to this address is under way already.");
    }
  }

  /** Which one a token accepts; empty when it accepts none, or none any more. */
  public Optional<Sent> find(byte[] tokenHash) {
    return jdbc.sql("select project_id, invitation_id from command.invitation where token_hash = ?")
        .param(tokenHash)
        .query((row, n) -> sent(row))
        .optional();
  }

  public List<Sent> expiredBy(Instant now) {
    return jdbc.sql(
            """
            select project_id, invitation_id from command.invitation where expires_at <= ?
            order by expires_at, invitation_id
            """)
        .param(now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> sent(row))
        .list();
  }

  /** Whether it went to the address that the user has shown to be theirs. */
  public boolean sentTo(InvitationId invitation, UserId user) {
    return jdbc.sql(
            """
            select exists (select 1 from command.invitation i
              join command.claim c on c.kind = 'email' and c.scope = '' and c.key = i.email_key
              where i.invitation_id = ? and c.holder = ? and c.firm)
            """)
        .params(invitation.value(), user.value())
        .query(Boolean.class)
        .single();
  }

  /** What has ended is forgotten. */
  void record(List<? extends DomainEventMessage<?>> events) {
    for (DomainEventMessage<?> event : events) {
      if (event.getPayload() instanceof InvitationEvent it && !(it instanceof MemberInvited)) {
        forget(it.invitationId());
      }
    }
  }

  private void forget(InvitationId invitation) {
    jdbc.sql("delete from command.invitation where invitation_id = ?")
        .param(invitation.value())
        .update();
    keys.destroy(invitation.subject());
  }

  private static Sent sent(ResultSet row) throws SQLException {
    return new Sent(
        new ProjectId(row.getObject(1, UUID.class)),
        new InvitationId(row.getObject(2, UUID.class)));
  }

  /** An invitation and where it leads. */
  public record Sent(ProjectId project, InvitationId invitation) {}
}

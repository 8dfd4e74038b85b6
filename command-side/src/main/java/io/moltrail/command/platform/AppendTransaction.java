package io.moltrail.command.platform;

import io.moltrail.eventstore.log.AppendParticipant;
import io.moltrail.eventstore.log.AppendedEvent;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/** All that the command side writes with the events of one command. */
final class AppendTransaction implements AppendParticipant {

  private final DecisionTables tables;
  private final SentInvitations invitations;
  private final RoleLosses losses;

  AppendTransaction(DecisionTables tables, SentInvitations invitations, RoleLosses losses) {
    this.tables = tables;
    this.invitations = invitations;
    this.losses = losses;
  }

  @Override
  public void claim(List<? extends DomainEventMessage<?>> events) {
    tables.claim(events);
  }

  @Override
  public void record(List<? extends DomainEventMessage<?>> events) {
    losses.announce(events);
    tables.record(events);
    invitations.record(events);
    Commands.CONTEXT.get().alongside().run();
  }

  @Override
  public void appended(List<AppendedEvent> events) {
    Commands.RECEIPT.get().add(events);
  }
}

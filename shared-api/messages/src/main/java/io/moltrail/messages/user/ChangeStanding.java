package io.moltrail.messages.user;

import java.util.Optional;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Roles, and perhaps a tier, at once, so that either all is carried out or nothing.
 *
 * @param tier empty when it stays as it is
 * @param roles all that the user is to have
 */
public record ChangeStanding(
    @TargetAggregateIdentifier UserId userId, Optional<Tier> tier, Set<SystemRole> roles)
    implements UserCommand {

  public ChangeStanding {
    roles = Set.copyOf(roles);
  }
}

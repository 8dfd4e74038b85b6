package io.moltrail.messages.user;

import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Opens an account. Anybody may open an unverified one for themselves (tier FREE, role USER); only
 * an administrator, or the installation at its first start, opens a verified one or grants more.
 */
public record RegisterUser(
    @TargetAggregateIdentifier UserId userId,
    EmailAddress email,
    DisplayName displayName,
    Tier tier,
    Set<SystemRole> roles,
    boolean verified)
    implements UserCommand {

  public RegisterUser {
    roles = Set.copyOf(roles);
  }
}

package io.moltrail.command.user;

import io.moltrail.messages.Actor;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.ChangeStanding;
import io.moltrail.messages.user.ChangeTier;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.GrantRole;
import io.moltrail.messages.user.RevokeRole;
import io.moltrail.messages.user.RoleGranted;
import io.moltrail.messages.user.RoleRevoked;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.TierChanged;
import io.moltrail.messages.user.UserCommand;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.UserRegistered;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** Tier and roles: who may change whose, and which changes leave an event. */
class StandingTest {

  private static final UserId USER = new UserId(UUID.randomUUID());
  private static final UserId ADMINISTRATOR = new UserId(UUID.randomUUID());
  private static final List<Actor> GRANTING =
      List.of(Someone.administrator(ADMINISTRATOR), new Actor.Installation());
  private static final List<UserCommand> ROLE_CHANGES =
      List.of(
          new GrantRole(USER, SystemRole.AUDITOR),
          new RevokeRole(USER, SystemRole.DPO),
          standing(Optional.of(Tier.PRO), SystemRole.USER, SystemRole.ADMIN));

  @Test
  void administrators_and_the_installation_change_a_tier() {
    for (Actor actor : GRANTING) {
      as(actor)
          .given(registered(SystemRole.USER))
          .when(new ChangeTier(USER, Tier.PRO))
          .expectEvents(new TierChanged(USER, Tier.PRO));
    }
  }

  @Test
  void administrators_change_their_own_tier() {
    as(Someone.administrator(USER))
        .given(registered(SystemRole.USER, SystemRole.ADMIN))
        .when(new ChangeTier(USER, Tier.ENTERPRISE))
        .expectEvents(new TierChanged(USER, Tier.ENTERPRISE));
  }

  @Test
  void administrators_and_the_installation_grant_and_revoke_a_role() {
    for (Actor actor : GRANTING) {
      as(actor)
          .given(registered(SystemRole.USER))
          .when(new GrantRole(USER, SystemRole.ADMIN))
          .expectEvents(new RoleGranted(USER, SystemRole.ADMIN));
      as(actor)
          .given(registered(SystemRole.USER), new RoleGranted(USER, SystemRole.ADMIN))
          .when(new RevokeRole(USER, SystemRole.ADMIN))
          .expectEvents(new RoleRevoked(USER, SystemRole.ADMIN));
    }
  }

  @Test
  void tier_and_roles_change_at_once_with_one_event_for_each_difference() {
    as(Someone.administrator(ADMINISTRATOR))
        .given(registered(SystemRole.USER, SystemRole.DPO, SystemRole.OPERATOR))
        .when(
            standing(
                Optional.of(Tier.ENTERPRISE),
                SystemRole.USER,
                SystemRole.ADMIN,
                SystemRole.AUDITOR,
                SystemRole.OPERATOR))
        .expectEvents(
            new TierChanged(USER, Tier.ENTERPRISE),
            new RoleGranted(USER, SystemRole.AUDITOR),
            new RoleRevoked(USER, SystemRole.DPO),
            new RoleGranted(USER, SystemRole.ADMIN));
  }

  @Test
  void roles_alone_leave_the_tier_as_it_is() {
    as(new Actor.Installation())
        .given(registered(SystemRole.USER))
        .when(standing(Optional.empty(), SystemRole.USER, SystemRole.AUDITOR))
        .expectEvents(new RoleGranted(USER, SystemRole.AUDITOR));
  }

  @Test
  void what_changes_nothing_leaves_no_event() {
    for (UserCommand command :
        List.of(
            new ChangeTier(USER, Tier.PRO),
            new GrantRole(USER, SystemRole.DPO),
            new RevokeRole(USER, SystemRole.AUDITOR),
            standing(Optional.of(Tier.PRO), SystemRole.USER, SystemRole.DPO))) {
      as(Someone.administrator(ADMINISTRATOR))
          .given(
              registered(SystemRole.USER, SystemRole.AUDITOR),
              new TierChanged(USER, Tier.PRO),
              new RoleGranted(USER, SystemRole.DPO),
              new RoleRevoked(USER, SystemRole.AUDITOR))
          .when(command)
          .expectSuccessfulHandlerExecution()
          .expectNoEvents();
    }
  }

  @Test
  void nobody_but_an_administrator_changes_tiers_and_roles() {
    for (Actor other : List.of(Someone.user(ADMINISTRATOR), new Actor.Anonymous())) {
      for (UserCommand command : ROLE_CHANGES) {
        refused(other, command, Refusal.Forbidden.class);
      }
      refused(other, new ChangeTier(USER, Tier.PRO), Refusal.Forbidden.class);
    }
    refused(Someone.user(USER), new ChangeTier(USER, Tier.PRO), Refusal.Forbidden.class);
  }

  @Test
  void nobody_changes_their_own_roles() {
    for (UserCommand command : ROLE_CHANGES) {
      refused(Someone.administrator(USER), command, Refusal.Forbidden.class);
    }
  }

  @Test
  void the_role_of_a_user_is_not_taken_away() {
    for (UserCommand command :
        List.of(
            new RevokeRole(USER, SystemRole.USER),
            standing(Optional.of(Tier.PRO), SystemRole.ADMIN),
            standing(Optional.empty()))) {
      refused(Someone.administrator(ADMINISTRATOR), command, Refusal.Invalid.class);
    }
  }

  private static void refused(Actor actor, UserCommand command, Class<? extends Refusal> expected) {
    as(actor)
        .given(registered(SystemRole.USER, SystemRole.DPO))
        .when(command)
        .expectException(expected)
        .expectNoEvents();
  }

  private static ChangeStanding standing(Optional<Tier> tier, SystemRole... roles) {
    return new ChangeStanding(USER, tier, Set.of(roles));
  }

  private static FixtureConfiguration<User> as(Actor actor) {
    AggregateTestFixture<User> fixture = new AggregateTestFixture<>(User.class);
    fixture.registerInjectableResource(actor);
    return fixture;
  }

  private static UserRegistered registered(SystemRole... roles) {
    return new UserRegistered(
        USER,
        Erasable.of(new EmailAddress("ada@example.org")),
        Erasable.of(new DisplayName("Ada")),
        Tier.FREE,
        Set.of(roles));
  }
}

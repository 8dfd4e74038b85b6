package io.moltrail.command.user;

import io.moltrail.messages.Actor;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.ChangeDisplayName;
import io.moltrail.messages.user.ChangeEmail;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.DisplayNameChanged;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.EmailChanged;
import io.moltrail.messages.user.EmailVerified;
import io.moltrail.messages.user.RegisterUser;
import io.moltrail.messages.user.ReinstateUser;
import io.moltrail.messages.user.SuspendUser;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.UserRegistered;
import io.moltrail.messages.user.UserReinstated;
import io.moltrail.messages.user.UserSuspended;
import io.moltrail.messages.user.VerifiedBy;
import io.moltrail.messages.user.VerifyEmail;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class UserTest {

  private static final UserId USER = new UserId(UUID.randomUUID());
  private static final UserId ADMINISTRATOR = new UserId(UUID.randomUUID());
  private static final Set<SystemRole> PLAIN = Set.of(SystemRole.USER);

  @Test
  void anybody_opens_an_unverified_account() {
    as(new Actor.Anonymous())
        .givenNoPriorActivity()
        .when(register(Tier.FREE, PLAIN, false))
        .expectEvents(registered(Tier.FREE, PLAIN));
  }

  @Test
  void nobody_verifies_themselves_at_registration() {
    as(new Actor.Anonymous())
        .givenNoPriorActivity()
        .when(register(Tier.FREE, PLAIN, true))
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
  }

  @Test
  void nobody_gives_themselves_a_tier() {
    as(new Actor.Anonymous())
        .givenNoPriorActivity()
        .when(register(Tier.PRO, PLAIN, false))
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
  }

  @Test
  void nobody_gives_themselves_a_role() {
    as(Someone.user(USER))
        .givenNoPriorActivity()
        .when(register(Tier.FREE, Set.of(SystemRole.USER, SystemRole.ADMIN), false))
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
  }

  @Test
  void an_administrator_opens_a_verified_account_with_a_tier() {
    as(Someone.administrator(ADMINISTRATOR))
        .givenNoPriorActivity()
        .when(register(Tier.ENTERPRISE, PLAIN, true))
        .expectEvents(
            registered(Tier.ENTERPRISE, PLAIN), new EmailVerified(USER, VerifiedBy.ADMINISTRATOR));
  }

  @Test
  void everybody_who_has_an_account_is_a_user() {
    for (Set<SystemRole> roles : List.of(Set.<SystemRole>of(), Set.of(SystemRole.ADMIN))) {
      as(Someone.administrator(ADMINISTRATOR))
          .givenNoPriorActivity()
          .when(register(Tier.FREE, roles, true))
          .expectException(Refusal.Invalid.class)
          .expectNoEvents();
    }
  }

  @Test
  void the_installation_opens_the_first_administrators_account() {
    Set<SystemRole> roles = Set.of(SystemRole.USER, SystemRole.ADMIN);
    as(new Actor.Installation())
        .givenNoPriorActivity()
        .when(register(Tier.ENTERPRISE, roles, true))
        .expectEvents(
            registered(Tier.ENTERPRISE, roles), new EmailVerified(USER, VerifiedBy.INSTALLATION));
  }

  @Test
  void an_address_is_verified() {
    as(new Actor.Anonymous())
        .given(registered(Tier.FREE, PLAIN))
        .when(new VerifyEmail(USER))
        .expectEvents(new EmailVerified(USER, VerifiedBy.MAIL));
  }

  @Test
  void an_administrator_and_the_installation_answer_for_an_address() {
    as(Someone.administrator(ADMINISTRATOR))
        .given(registered(Tier.FREE, PLAIN))
        .when(new VerifyEmail(USER))
        .expectEvents(new EmailVerified(USER, VerifiedBy.ADMINISTRATOR));
    as(new Actor.Installation())
        .given(registered(Tier.FREE, PLAIN))
        .when(new VerifyEmail(USER))
        .expectEvents(new EmailVerified(USER, VerifiedBy.INSTALLATION));
  }

  @Test
  void an_address_is_verified_once() {
    as(new Actor.Anonymous())
        .given(registered(Tier.FREE, PLAIN), new EmailVerified(USER, VerifiedBy.MAIL))
        .when(new VerifyEmail(USER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_user_verifies_nobody_elses_address() {
    as(Someone.user(ADMINISTRATOR))
        .given(registered(Tier.FREE, PLAIN))
        .when(new VerifyEmail(USER))
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
  }

  @Test
  void users_say_what_they_are_called() {
    DisplayName name = new DisplayName("Ada King");
    as(Someone.user(USER))
        .given(registered(Tier.FREE, PLAIN), new EmailVerified(USER, VerifiedBy.MAIL))
        .when(new ChangeDisplayName(USER, name))
        .expectEvents(new DisplayNameChanged(USER, Erasable.of(name)));
  }

  @Test
  void what_users_are_called_already_changes_nothing_unless_it_was_erased() {
    DisplayName name = new DisplayName("Ada King");
    as(Someone.user(USER))
        .given(registered(Tier.FREE, PLAIN))
        .when(new ChangeDisplayName(USER, new DisplayName("Ada")))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    as(Someone.user(USER))
        .given(registered(Tier.FREE, PLAIN), new DisplayNameChanged(USER, Erasable.of(name)))
        .when(new ChangeDisplayName(USER, name))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    as(Someone.user(USER))
        .given(registered(Tier.FREE, PLAIN), new DisplayNameChanged(USER, Erasable.erased()))
        .when(new ChangeDisplayName(USER, name))
        .expectEvents(new DisplayNameChanged(USER, Erasable.of(name)));
  }

  @Test
  void nobody_else_says_what_a_user_is_called() {
    for (Actor other : List.of(Someone.administrator(ADMINISTRATOR), new Actor.Anonymous())) {
      as(other)
          .given(registered(Tier.FREE, PLAIN), new EmailVerified(USER, VerifiedBy.MAIL))
          .when(new ChangeDisplayName(USER, new DisplayName("Countess")))
          .expectException(Refusal.Forbidden.class)
          .expectNoEvents();
    }
  }

  @Test
  void users_give_their_account_another_address() {
    EmailAddress address = new EmailAddress("ada.king@example.org");
    as(Someone.user(USER))
        .given(registered(Tier.FREE, PLAIN), new EmailVerified(USER, VerifiedBy.MAIL))
        .when(new ChangeEmail(USER, address))
        .expectEvents(new EmailChanged(USER, Erasable.of(address)));
  }

  @Test
  void nobody_else_gives_an_account_another_address() {
    for (Actor other :
        List.of(
            Someone.administrator(ADMINISTRATOR),
            new Actor.Anonymous(),
            new Actor.Installation())) {
      as(other)
          .given(registered(Tier.FREE, PLAIN), new EmailVerified(USER, VerifiedBy.MAIL))
          .when(new ChangeEmail(USER, new EmailAddress("evil@example.org")))
          .expectException(Refusal.Forbidden.class)
          .expectNoEvents();
    }
  }

  @Test
  void an_administrator_suspends_a_user_and_lets_them_in_again() {
    as(Someone.administrator(ADMINISTRATOR))
        .given(registered(Tier.FREE, PLAIN))
        .when(new SuspendUser(USER))
        .expectEvents(new UserSuspended(USER));
    as(Someone.administrator(ADMINISTRATOR))
        .given(registered(Tier.FREE, PLAIN), new UserSuspended(USER))
        .when(new ReinstateUser(USER))
        .expectEvents(new UserReinstated(USER));
    as(Someone.administrator(ADMINISTRATOR))
        .given(registered(Tier.FREE, PLAIN), new UserSuspended(USER), new UserReinstated(USER))
        .when(new SuspendUser(USER))
        .expectEvents(new UserSuspended(USER));
  }

  @Test
  void who_is_suspended_already_or_not_at_all_is_left_alone() {
    as(Someone.administrator(ADMINISTRATOR))
        .given(registered(Tier.FREE, PLAIN), new UserSuspended(USER))
        .when(new SuspendUser(USER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    as(Someone.administrator(ADMINISTRATOR))
        .given(registered(Tier.FREE, PLAIN))
        .when(new ReinstateUser(USER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void nobody_but_an_administrator_suspends_or_reinstates() {
    for (Actor other : List.of(Someone.user(USER), new Actor.Anonymous())) {
      as(other)
          .given(registered(Tier.FREE, PLAIN))
          .when(new SuspendUser(USER))
          .expectException(Refusal.Forbidden.class)
          .expectNoEvents();
      as(other)
          .given(registered(Tier.FREE, PLAIN), new UserSuspended(USER))
          .when(new ReinstateUser(USER))
          .expectException(Refusal.Forbidden.class)
          .expectNoEvents();
    }
  }

  @Test
  void nobody_suspends_themselves() {
    as(Someone.administrator(USER))
        .given(registered(Tier.FREE, PLAIN))
        .when(new SuspendUser(USER))
        .expectException(Refusal.Conflict.class)
        .expectNoEvents();
  }

  private static FixtureConfiguration<User> as(Actor actor) {
    AggregateTestFixture<User> fixture = new AggregateTestFixture<>(User.class);
    fixture.registerInjectableResource(actor);
    return fixture;
  }

  private static RegisterUser register(Tier tier, Set<SystemRole> roles, boolean verified) {
    return new RegisterUser(
        USER, new EmailAddress("ada@example.org"), new DisplayName("Ada"), tier, roles, verified);
  }

  private static UserRegistered registered(Tier tier, Set<SystemRole> roles) {
    return new UserRegistered(
        USER,
        Erasable.of(new EmailAddress("ada@example.org")),
        Erasable.of(new DisplayName("Ada")),
        tier,
        roles);
  }
}

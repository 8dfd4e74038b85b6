package io.moltrail.query.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.DisplayNameChanged;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.EmailChanged;
import io.moltrail.messages.user.EmailVerified;
import io.moltrail.messages.user.RoleGranted;
import io.moltrail.messages.user.RoleRevoked;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.TierChanged;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.UserRegistered;
import io.moltrail.messages.user.UserReinstated;
import io.moltrail.messages.user.UserSuspended;
import io.moltrail.messages.user.VerifiedBy;
import io.moltrail.query.platform.projection.Recorded;
import io.moltrail.query.testing.Given;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserViewTest {

  private static final UserId ADA = new UserId(Given.uuid());
  private static final Recorded FIRST = new Recorded(1, Instant.EPOCH, "anonymous");
  private static final Recorded SECOND = new Recorded(2, Instant.EPOCH.plusSeconds(1), "anonymous");
  private static final Recorded THIRD = new Recorded(3, Instant.EPOCH.plusSeconds(2), "anonymous");

  @Test
  void a_registered_user_opens_no_door_until_the_mailbox_is_verified() {
    UserView registered = UserView.evolve(null, Given.registered(ADA, "Ada"), FIRST);

    assertThat(registered.verified()).isFalse();
    assertThat(UserView.evolve(registered, new EmailVerified(ADA, VerifiedBy.MAIL), SECOND))
        .extracting(
            UserView::verified, UserView::displayName, UserView::version, UserView::createdAt)
        .containsExactly(true, "Ada", 2L, Instant.EPOCH);
  }

  @Test
  void what_was_erased_is_null_and_no_error() {
    UserRegistered erased =
        new UserRegistered(
            ADA, Erasable.erased(), Erasable.erased(), Tier.FREE, Set.of(SystemRole.USER));

    assertThat(UserView.evolve(null, erased, FIRST))
        .extracting(UserView::email, UserView::displayName)
        .containsOnlyNulls();
  }

  @Test
  void the_newest_name_counts_and_one_that_was_erased_is_null() {
    UserView registered = UserView.evolve(null, Given.registered(ADA, "Ada"), FIRST);

    UserView renamed =
        UserView.evolve(
            registered,
            new DisplayNameChanged(ADA, Erasable.of(new DisplayName("Ada King"))),
            SECOND);

    assertThat(renamed)
        .usingRecursiveComparison()
        .ignoringFields("displayName", "version")
        .isEqualTo(registered);
    assertThat(renamed)
        .extracting(UserView::displayName, UserView::version)
        .containsExactly("Ada King", 2L);
    assertThat(
            UserView.evolve(registered, new DisplayNameChanged(ADA, Erasable.erased()), SECOND)
                .displayName())
        .isNull();
  }

  @Test
  void who_is_suspended_is_so_until_they_are_reinstated() {
    UserView registered = UserView.evolve(null, Given.registered(ADA, "Ada"), FIRST);
    UserView suspended = UserView.evolve(registered, new UserSuspended(ADA), SECOND);
    UserView reinstated = UserView.evolve(suspended, new UserReinstated(ADA), THIRD);

    assertThat(suspended)
        .usingRecursiveComparison()
        .ignoringFields("suspended", "version")
        .isEqualTo(registered);
    assertThat(suspended.suspended()).isTrue();
    assertThat(reinstated)
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(registered);
    assertThat(reinstated.version()).isEqualTo(3);
  }

  @Test
  void tier_and_roles_are_what_was_last_decided() {
    UserView registered = UserView.evolve(null, Given.registered(ADA, "Ada"), FIRST);
    UserView changed = UserView.evolve(registered, new TierChanged(ADA, Tier.PRO), SECOND);
    UserView granted = UserView.evolve(changed, new RoleGranted(ADA, SystemRole.AUDITOR), THIRD);
    UserView revoked = UserView.evolve(granted, new RoleRevoked(ADA, SystemRole.AUDITOR), THIRD);

    assertThat(changed)
        .usingRecursiveComparison()
        .ignoringFields("tier", "version")
        .isEqualTo(registered);
    assertThat(changed.tier()).isEqualTo(Tier.PRO);
    assertThat(granted)
        .usingRecursiveComparison()
        .ignoringFields("roles", "version")
        .isEqualTo(changed);
    assertThat(granted.roles()).containsExactlyInAnyOrder(SystemRole.USER, SystemRole.AUDITOR);
    assertThat(revoked.roles()).containsExactly(SystemRole.USER);
    assertThat(revoked.version()).isEqualTo(3);
  }

  @Test
  void the_newest_address_counts_and_one_that_was_erased_is_null() {
    UserView registered = UserView.evolve(null, Given.registered(ADA, "Ada"), FIRST);
    EmailAddress address = new EmailAddress("ada.king@example.org");

    UserView moved =
        UserView.evolve(registered, new EmailChanged(ADA, Erasable.of(address)), SECOND);

    assertThat(moved)
        .usingRecursiveComparison()
        .ignoringFields("email", "version")
        .isEqualTo(registered);
    assertThat(moved)
        .extracting(UserView::email, UserView::version)
        .containsExactly("ada.king@example.org", 2L);
    assertThat(
            UserView.evolve(registered, new EmailChanged(ADA, Erasable.erased()), SECOND).email())
        .isNull();
  }

  @Test
  void an_event_of_nobody_is_a_fault_of_the_log() {
    assertThatIllegalStateException()
        .isThrownBy(() -> UserView.evolve(null, new EmailVerified(ADA, VerifiedBy.MAIL), SECOND))
        .withMessageContaining("never created");
  }
}

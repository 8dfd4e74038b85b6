package io.moltrail.query.users;

import static io.moltrail.query.testing.QueryServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;
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
import io.moltrail.query.testing.Given;
import io.moltrail.query.testing.QueryServer;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What administrators are told about users, and that who is suspended is told nothing. */
class UserAnswersTest {

  private static final QueryServer SERVER = QueryServer.shared();
  private static final UserId ROOT = administrator();

  @Test
  void an_administrator_sees_a_user_with_the_version_to_decide_on() {
    UserId ada = SERVER.user("Ada");

    HttpResponse<String> answer = get(ROOT, ada, SERVER.write(new UserSuspended(ada)));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag")).contains("\"3\"");
    assertThat(json(answer).propertyNames())
        .containsExactly(
            "id", "email", "displayName", "tier", "roles", "verified", "suspended", "createdAt");
    assertThat(json(answer).get("id").asString()).isEqualTo(ada.toString());
    assertThat(json(answer).get("suspended").asBoolean()).isTrue();
  }

  @Test
  void others_see_nobody_and_nobody_is_not_there() {
    UserId ada = SERVER.user("Ada");
    LogPlace now = SERVER.write(Given.registered(new UserId(Given.uuid()), "Newest"));

    assertThat(get(ada, ada, now).statusCode()).isEqualTo(403);
    assertThat(get(ada, new UserId(Given.uuid()), now).statusCode()).isEqualTo(403);
    assertThat(get(ROOT, new UserId(Given.uuid()), now).statusCode()).isEqualTo(404);
  }

  @Test
  void who_is_suspended_is_refused_until_they_are_reinstated() {
    UserId ada = SERVER.user("Ada");

    get(ROOT, ada, SERVER.write(new UserSuspended(ada)));
    assertThat(SERVER.get(ada, "/v1/me").statusCode()).isEqualTo(401);

    get(ROOT, ada, SERVER.write(new UserReinstated(ada)));
    assertThat(SERVER.get(ada, "/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void rights_follow_the_events_that_give_and_take_them() {
    UserId ada = SERVER.user("Ada");

    LogPlace granted =
        SERVER.write(new RoleGranted(ada, SystemRole.ADMIN), new TierChanged(ada, Tier.FREE));
    get(ROOT, ada, granted);
    HttpResponse<String> seen = SERVER.get(ada, "/v1/admin/users/" + ada);
    assertThat(seen.statusCode()).isEqualTo(200);
    assertThat(seen.headers().firstValue("X-RateLimit-Limit")).contains("120");

    get(ROOT, ada, SERVER.write(new RoleRevoked(ada, SystemRole.ADMIN)));
    assertThat(SERVER.get(ada, "/v1/admin/users/" + ada).statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> get(UserId by, UserId user, LogPlace seen) {
    return SERVER.get(
        by,
        "/v1/admin/users/" + user,
        "X-Consistency-Token",
        SERVER.token(seen),
        "Prefer",
        "wait=10");
  }

  private static UserId administrator() {
    UserId id = new UserId(Given.uuid());
    SERVER.write(
        new UserRegistered(
            id,
            Erasable.of(new EmailAddress(id + "@example.org")),
            Erasable.of(new DisplayName("Root")),
            Tier.FREE,
            Set.of(SystemRole.USER, SystemRole.ADMIN)),
        new EmailVerified(id, VerifiedBy.INSTALLATION));
    return id;
  }
}

package io.moltrail.query.users;

import static io.moltrail.query.testing.QueryServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.Event;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.EmailVerified;
import io.moltrail.messages.user.RoleGranted;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.UserRegistered;
import io.moltrail.messages.user.UserSuspended;
import io.moltrail.messages.user.VerifiedBy;
import io.moltrail.query.testing.Given;
import io.moltrail.query.testing.QueryServer;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Users as administrators list them. Each test has a word in its users' names for itself. */
class UserListTest {

  private static final QueryServer SERVER = QueryServer.shared();

  private final UserId root = new UserId(Given.uuid());
  private LogPlace newest;

  UserListTest() {
    String address = root + "@root.example";
    write(
        new UserRegistered(
            root,
            Erasable.of(new EmailAddress(address)),
            Erasable.of(new DisplayName("Root")),
            Tier.ENTERPRISE,
            Set.of(SystemRole.USER, SystemRole.ADMIN)),
        new EmailVerified(root, VerifiedBy.INSTALLATION));
  }

  @Test
  void users_are_found_by_part_of_address_or_name_whatever_the_case() {
    verified("Ängström Zeppelin", "a_b%c@zeppelin.example", Tier.FREE);
    verified("Axb", "other@airship.example", Tier.FREE);

    for (String q : List.of("ZEPPELIN", "ÄNGSTRÖM zep", "a_b%c@", "B%C@zepp", " zeppelin ")) {
      assertThat(names("q=" + encoded(q))).as(q).containsExactly("Ängström Zeppelin");
    }
    for (String q : List.of("a%c@zeppelin", "_ngström zep", "zeppelin\\", "zeppelin'")) {
      assertThat(names("q=" + encoded(q))).as(q).isEmpty();
    }
  }

  @Test
  void filters_narrow_the_list_together() {
    verified("Filter active", "1@filter.example", Tier.PRO);
    write(
        new RoleGranted(
            verified("Filter auditor", "2@filter.example", Tier.FREE), SystemRole.AUDITOR));
    write(new UserSuspended(verified("Filter suspended", "3@filter.example", Tier.PRO)));
    UserId last = new UserId(Given.uuid());
    write(registered(last, "Filter unverified", "4@filter.example", Tier.PRO));

    assertThat(names("q=filter&state=active")).containsExactly("Filter active", "Filter auditor");
    assertThat(names("q=filter&state=suspended")).containsExactly("Filter suspended");
    assertThat(names("q=filter&state=unverified")).containsExactly("Filter unverified");
    assertThat(names("q=filter&role=AUDITOR")).containsExactly("Filter auditor");
    assertThat(names("q=filter&tier=PRO&state=active")).containsExactly("Filter active");
    assertThat(names("q=filter&role=AUDITOR&tier=PRO")).isEmpty();
    assertThat(names("q=filter&role=&tier=&state=")).hasSize(4);
    JsonNode page =
        json(SERVER.get(root, path("q=filter&limit=1&tier=PRO"), "Prefer", "return=total-count"));
    assertThat(page.get("total").asInt()).isEqualTo(3);
    assertThat(page.get("items")).hasSize(1);
    assertThat(page.get("items").get(0).propertyNames())
        .isEqualTo(json(SERVER.get(root, "/v1/admin/users/" + last)).propertyNames());
  }

  @Test
  void users_are_sorted_by_creation_address_or_name_without_regard_to_case() {
    verified("sorting b", "c@sorting.example", Tier.FREE);
    verified("Sorting A", "b@sorting.example", Tier.FREE);
    verified("sorting C", "a@sorting.example", Tier.FREE);
    List<String> bac = List.of("sorting b", "Sorting A", "sorting C");
    List<String> abc = List.of("Sorting A", "sorting b", "sorting C");

    assertThat(names("q=sorting")).isEqualTo(bac);
    assertThat(names("q=sorting&sort=createdAt")).isEqualTo(bac);
    assertThat(names("q=sorting&sort=-createdAt")).isEqualTo(bac.reversed());
    assertThat(names("q=sorting&sort=email")).isEqualTo(bac.reversed());
    assertThat(names("q=sorting&sort=-email")).isEqualTo(bac);
    assertThat(names("q=sorting&sort=displayName")).isEqualTo(abc);
    assertThat(names("q=sorting&sort=-displayName")).isEqualTo(abc.reversed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"createdAt", "-createdAt", "email", "-email", "displayName", "-displayName"})
  void pages_stay_in_order_while_users_are_added(String sort) {
    String word = "paging" + sort.replace("-", "down").toLowerCase(Locale.ROOT);
    for (int n = 10; n < 18; n++) {
      verified(word + " " + n % 3, n + "@" + word + ".example", Tier.FREE);
    }
    List<String> before = ids(json(get("q=" + word + "&sort=" + sort)));

    JsonNode page = json(get("q=" + word + "&limit=3&sort=" + sort));
    List<String> read = new ArrayList<>(ids(page));
    while (!page.get("next").isNull()) {
      verified(
          word + " " + read.size() % 4, 10 + read.size() + "x@" + word + ".example", Tier.FREE);
      page = json(get("q=" + word + "&limit=3&cursor=" + page.get("next").asString()));
      read.addAll(ids(page));
    }

    assertThat(before).hasSize(8);
    assertThat(read).doesNotHaveDuplicates().containsSubsequence(before);
  }

  @Test
  void who_is_erased_comes_last_and_pages_go_on_past_them() {
    List<UserId> users = new ArrayList<>();
    for (int n = 0; n < 3; n++) {
      UserId user = verified("Erasing", n + "@erasing.example", Tier.FREE);
      write(new RoleGranted(user, SystemRole.DPO));
      users.add(user);
    }
    assertThat(names("role=DPO")).hasSize(3);
    users.subList(1, 3).forEach(UserListTest::erase);

    List<String> read = new ArrayList<>();
    JsonNode page = json(get("role=DPO&limit=1&sort=displayName"));
    read.addAll(ids(page));
    while (!page.get("next").isNull()) {
      page = json(get("role=DPO&limit=1&cursor=" + page.get("next").asString()));
      read.addAll(ids(page));
    }

    assertThat(read).hasSize(3).doesNotHaveDuplicates().startsWith(users.getFirst().toString());
    assertThat(names("role=DPO&state=active")).hasSize(1);
  }

  @Test
  void a_cursor_is_of_its_list_and_of_its_reader() {
    verified("cursor one", "1@cursor.example", Tier.FREE);
    verified("cursor two", "2@cursor.example", Tier.FREE);
    String cursor = json(get("q=cursor&limit=1&sort=email")).get("next").asString();

    assertThat(names("q=cursor&cursor=" + cursor)).containsExactly("cursor two");
    assertThat(get("sort=displayName&cursor=" + cursor).statusCode()).isEqualTo(400);
    assertThat(get("q=other&cursor=" + cursor).statusCode()).isEqualTo(400);
    assertThat(names("cursor=" + cursor)).containsExactly("cursor two");
    assertThat(get("cursor=abc").statusCode()).isEqualTo(400);
    assertThat(new UserListTest().get("cursor=" + cursor).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=%00",
        "q=a%0Ab",
        "role=root",
        "role=admin",
        "tier=GOLD",
        "state=ACTIVE",
        "state=erased",
        "sort=tier",
        "sort=",
        "limit=0"
      })
  void a_parameter_that_is_not_as_it_must_be_is_named(String parameter) {
    HttpResponse<String> answer = get(parameter);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(json(answer).get("errors").get(0).get("pointer").asString())
        .isEqualTo("/" + parameter.substring(0, parameter.indexOf('=')));
  }

  @Test
  void what_is_looked_for_has_at_most_100_characters_and_others_are_told_nothing() {
    UserId ada = verified("Ada", root + "@ada.example", Tier.FREE);

    assertThat(get("q=" + "x".repeat(100)).statusCode()).isEqualTo(200);
    assertThat(get("q=" + "x".repeat(101)).statusCode()).isEqualTo(422);
    assertThat(SERVER.get(ada, path("limit=0")).statusCode()).isEqualTo(403);
    assertThat(SERVER.anonymously(path("")).statusCode()).isEqualTo(401);
  }

  /** As it will be once somebody's key is destroyed. */
  private static void erase(UserId user) {
    SERVER
        .log()
        .migrator()
        .update(
            "update read_a.users set email = null, display_name = null where id = ?", user.value());
  }

  private UserId verified(String name, String email, Tier tier) {
    UserId id = new UserId(Given.uuid());
    write(registered(id, name, email, tier), new EmailVerified(id, VerifiedBy.MAIL));
    return id;
  }

  private static UserRegistered registered(UserId id, String name, String email, Tier tier) {
    return new UserRegistered(
        id,
        Erasable.of(new EmailAddress(email)),
        Erasable.of(new DisplayName(name)),
        tier,
        Set.of(SystemRole.USER));
  }

  private void write(Event... events) {
    newest = SERVER.write(events);
  }

  private List<String> names(String query) {
    return json(get(query)).get("items").findValuesAsString("displayName");
  }

  private static List<String> ids(JsonNode page) {
    return page.get("items").findValuesAsString("id");
  }

  /** Sees what this test has written. */
  private HttpResponse<String> get(String query) {
    return SERVER.get(
        root, path(query), "X-Consistency-Token", SERVER.token(newest), "Prefer", "wait=10");
  }

  private static String path(String query) {
    return "/v1/admin/users?" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

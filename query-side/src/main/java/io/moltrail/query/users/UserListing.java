package io.moltrail.query.users;

import io.moltrail.messages.Refusal.Invalid;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.query.platform.lists.Filters;
import io.moltrail.query.platform.lists.ListQuery;
import io.moltrail.query.platform.lists.Listed;
import io.moltrail.query.platform.lists.Order;
import io.moltrail.query.platform.lists.Orders;
import io.moltrail.web.problems.BadRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which users are listed, in which order, and after which. */
final class UserListing {

  /** Without regard to case, and whoever is erased after all others; as the indexes have it. */
  private static final Orders ORDERS =
      Orders.of()
          .with("createdAt", "created_at", "timestamptz")
          .with("email", "coalesce('0' || lower(email collate pg_c_utf8), '1')", "text")
          .with(
              "displayName", "coalesce('0' || lower(display_name collate pg_c_utf8), '1')", "text");

  /** Without regard to case, and without wildcards. */
  private static final String FOUND =
      """
      \sand (strpos(lower(email collate pg_c_utf8), lower(? collate pg_c_utf8)) > 0
        or strpos(lower(display_name collate pg_c_utf8), lower(? collate pg_c_utf8)) > 0)\
      """;

  private final ListQuery query;

  private UserListing(ListQuery query) {
    this.query = query;
  }

  /**
   * @param q part of an e-mail address or a display name
   * @throws Invalid when a parameter is not as it must be
   * @throws BadRequest when the cursor belongs to another list
   */
  static UserListing of(
      @Nullable String q,
      @Nullable String role,
      @Nullable String tier,
      @Nullable String state,
      @Nullable String sort,
      Optional<String> cursor) {
    return new UserListing(
        ListQuery.of(
            cursor,
            List.of(
                Filters.q(q),
                Filters.oneOf("role", role, "", words(SystemRole.values())),
                Filters.oneOf("tier", tier, "", words(Tier.values())),
                Filters.oneOf("state", state, "", UserState.words()),
                Filters.sort(sort, ORDERS, "createdAt"))));
  }

  private static String[] words(Enum<?>... all) {
    return Arrays.stream(all).map(Enum::name).toArray(String[]::new);
  }

  Order order() {
    return ORDERS.find(query.get("sort"));
  }

  Optional<ListQuery.After> after() {
    return query.after();
  }

  String cursorAfter(Listed<?> last) {
    return query.cursorAfter(last);
  }

  /** Takes the {@link #parameters}. */
  String where() {
    StringBuilder where = new StringBuilder(" where true");
    if (asks("q")) {
      where.append(FOUND);
    }
    if (asks("role")) {
      where.append(" and ? = any (roles)");
    }
    if (asks("tier")) {
      where.append(" and tier = ?");
    }
    if (asks("state")) {
      where.append(" and ").append(UserState.of(query.get("state")).condition());
    }
    return where.toString();
  }

  List<Object> parameters() {
    List<Object> parameters = new ArrayList<>();
    if (asks("q")) {
      parameters.addAll(List.of(query.get("q"), query.get("q")));
    }
    if (asks("role")) {
      parameters.add(query.get("role"));
    }
    if (asks("tier")) {
      parameters.add(query.get("tier"));
    }
    return parameters;
  }

  private boolean asks(String parameter) {
    return !query.get(parameter).isEmpty();
  }
}

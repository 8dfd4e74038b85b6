package io.moltrail.query.projects;

import io.moltrail.messages.Refusal.Invalid;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.query.platform.lists.Filters;
import io.moltrail.query.platform.lists.ListQuery;
import io.moltrail.query.platform.lists.Listed;
import io.moltrail.query.platform.lists.Order;
import io.moltrail.query.platform.lists.Orders;
import io.moltrail.web.problems.BadRequest;
import io.moltrail.web.security.Caller;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of a caller's projects are listed, in which order, and after which. */
final class ProjectListing {

  private static final String[] ROLES =
      Arrays.stream(MemberRole.values()).map(MemberRole::name).toArray(String[]::new);

  /** Names in the order of their letters whatever their case, then projects without a name. */
  private static final Orders ORDERS =
      Orders.of()
          .with("createdAt", "created_at", "timestamptz")
          .with("name", "coalesce('0' || lower(name), '1') collate \"C\"", "text")
          .with("code", "code collate \"C\"", "text");

  private final ListQuery query;

  private ProjectListing(ListQuery query) {
    this.query = query;
  }

  /**
   * @throws Invalid when a parameter is not as it must be
   * @throws BadRequest when the cursor belongs to another list
   */
  static ProjectListing of(
      @Nullable String q,
      @Nullable String archived,
      @Nullable String role,
      @Nullable String sort,
      Optional<String> cursor) {
    return new ProjectListing(
        ListQuery.of(
            cursor,
            List.of(
                Filters.q(q),
                Filters.archived(archived, "any"),
                Filters.oneOf("role", role, "", ROLES),
                Filters.sort(sort, ORDERS, "createdAt"))));
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

  /** After {@link Memberships#MINE}; both take the {@link #parameters}. */
  String where() {
    StringBuilder where = new StringBuilder(" where true");
    if (!query.get("archived").equals("any")) {
      where.append(" and archived = ?");
    }
    if (!query.get("role").isEmpty()) {
      where.append(" and me.role = ?");
    }
    if (!query.get("q").isEmpty()) {
      where.append(" and (strpos(lower(name), lower(?)) > 0 or strpos(code, upper(?)) > 0)");
    }
    return where.toString();
  }

  List<Object> parameters(Caller caller) {
    List<Object> parameters = Memberships.parameters(caller);
    if (!query.get("archived").equals("any")) {
      parameters.add(Boolean.valueOf(query.get("archived")));
    }
    if (!query.get("role").isEmpty()) {
      parameters.add(query.get("role"));
    }
    if (!query.get("q").isEmpty()) {
      parameters.addAll(List.of(query.get("q"), query.get("q")));
    }
    return parameters;
  }
}

package io.moltrail.query.molecules;

import io.moltrail.messages.Refusal.Invalid;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.query.platform.lists.Filters;
import io.moltrail.query.platform.lists.ListQuery;
import io.moltrail.query.platform.lists.Listed;
import io.moltrail.query.platform.lists.Order;
import io.moltrail.query.platform.lists.Orders;
import io.moltrail.web.problems.BadRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which molecules of a project are listed, in which order, and after which. */
final class MoleculeListing {

  /** Erased molecules have no mass: they come after all others. */
  private static final Orders ORDERS =
      Orders.of()
          .with("number", "ordinal", "bigint")
          .with("name", "name_key", "text")
          .with("createdAt", "created_at", "timestamptz")
          .with("updatedAt", "updated_at", "timestamptz")
          .with("averageMass", "coalesce(average_mass, 'infinity')", "double precision");

  private final ListQuery query;

  private MoleculeListing(ListQuery query) {
    this.query = query;
  }

  /**
   * @throws Invalid when a parameter is not as it must be
   * @throws BadRequest when the cursor belongs to another list
   */
  static MoleculeListing of(
      @Nullable String q,
      @Nullable String archived,
      @Nullable String sort,
      Optional<String> cursor) {
    return new MoleculeListing(
        ListQuery.of(
            cursor,
            List.of(
                Filters.q(q),
                Filters.archived(archived, "false"),
                Filters.sort(sort, ORDERS, "number"))));
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
    StringBuilder where = new StringBuilder(" where project_id = ?");
    if (archived().isPresent()) {
      where.append(" and archived = ?");
    }
    if (!query.get("q").isEmpty()) {
      where.append(
          " and (strpos(substr(name_key, 2), ?) > 0 or strpos(number, ?) > 0 or inchi_key = ? or"
              + " smiles = ?)");
    }
    return where.toString();
  }

  List<Object> parameters(ProjectId project) {
    List<Object> parameters = new ArrayList<>(List.of(project.value()));
    archived().ifPresent(parameters::add);
    String q = query.get("q");
    if (!q.isEmpty()) {
      parameters.addAll(List.of(q.toLowerCase(Locale.ROOT), q.toUpperCase(Locale.ROOT), q, q));
    }
    return parameters;
  }

  private Optional<Boolean> archived() {
    return Optional.of(query.get("archived")).filter(it -> !it.equals("any")).map(Boolean::valueOf);
  }
}

package io.moltrail.query.users;

import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.lists.Listed;
import io.moltrail.query.platform.projection.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of users, read. */
public final class Users {

  Users() {}

  public Optional<UserView> find(ReadSchema schema, UserId user) {
    return schema
        .jdbc()
        .sql("select * from users where id = ?")
        .param(user.value())
        .query((row, n) -> view(row))
        .optional();
  }

  /** What people are called, as far as it is known and not erased. */
  public Map<String, String> names(ReadSchema schema, Collection<UUID> users) {
    Map<String, String> names = new HashMap<>();
    schema
        .jdbc()
        .sql(
            """
            select id, display_name from users
            where id = any (cast(? as uuid[])) and display_name is not null
            """)
        .param(Rows.ids(users))
        .query(
            row -> {
              names.put(row.getString(1), row.getString(2));
            });
    return names;
  }

  List<Listed<UserView>> page(ReadSchema schema, UserListing listing, int rows) {
    List<Object> parameters = listing.parameters();
    StringBuilder sql =
        new StringBuilder("select *, " + listing.order().key() + " from users")
            .append(listing.where());
    listing
        .after()
        .ifPresent(
            after -> {
              sql.append(" and ").append(listing.order().after());
              parameters.addAll(List.of(after.key(), after.id()));
            });
    sql.append(' ').append(listing.order().by()).append(" limit ?");
    parameters.add(rows);
    return schema
        .jdbc()
        .sql(sql.toString())
        .params(parameters)
        .query(Listed.rows((row, n) -> view(row)))
        .list();
  }

  long count(ReadSchema schema, UserListing listing) {
    return schema
        .jdbc()
        .sql("select count(*) from users" + listing.where())
        .params(listing.parameters())
        .query(Long.class)
        .single();
  }

  static List<Map.Entry<UUID, UserView>> load(ReadSchema schema, Set<UUID> ids) {
    return schema
        .jdbc()
        .sql("select * from users where id = any (cast(? as uuid[]))")
        .param(Rows.ids(ids))
        .query((row, n) -> view(row))
        .list()
        .stream()
        .map(view -> Map.entry(view.id().value(), view))
        .toList();
  }

  private static UserView view(ResultSet row) throws SQLException {
    return new UserView(
        new UserId(row.getObject("id", UUID.class)),
        row.getString("email"),
        row.getString("display_name"),
        Tier.valueOf(row.getString("tier")),
        roles((String[]) row.getArray("roles").getArray()),
        row.getBoolean("verified"),
        row.getBoolean("suspended"),
        Rows.instant(row, "created_at"),
        row.getLong("version"));
  }

  private static Set<SystemRole> roles(String[] names) {
    return Arrays.stream(names).map(SystemRole::valueOf).collect(Collectors.toUnmodifiableSet());
  }
}

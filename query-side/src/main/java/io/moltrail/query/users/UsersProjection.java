package io.moltrail.query.users;

import io.moltrail.messages.user.UserEvent;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.projection.Fact;
import io.moltrail.query.platform.projection.Moved;
import io.moltrail.query.platform.projection.Projection;
import io.moltrail.query.platform.projection.Rows;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Users: who they are and what they may do. Rights. */
final class UsersProjection implements Projection {

  @Override
  public void apply(List<Fact> facts, ReadSchema schema) {
    Moved<UserView> users =
        Moved.by(facts, UserEvent.class, ids -> Users.load(schema, ids), UserView::evolve);
    if (users.after().isEmpty()) {
      return;
    }
    schema
        .jdbc()
        .sql(
            """
            insert into users select * from json_populate_recordset(null::users, cast(? as json))
            on conflict (id) do update set
              email = excluded.email, display_name = excluded.display_name, tier = excluded.tier,
              roles = excluded.roles, verified = excluded.verified, suspended = excluded.suspended,
              version = excluded.version
            where users.version < excluded.version
            """)
        .param(Rows.json(users.after().values().stream().map(UsersProjection::row).toList()))
        .update();
  }

  private static Row row(UserView it) {
    return new Row(
        it.id().value(),
        it.email(),
        it.displayName(),
        it.tier().name(),
        it.roles().stream().map(Enum::name).sorted().toList(),
        it.verified(),
        it.suspended(),
        it.createdAt(),
        it.version());
  }

  private record Row(
      UUID id,
      @Nullable String email,
      @Nullable String displayName,
      String tier,
      List<String> roles,
      boolean verified,
      boolean suspended,
      Instant createdAt,
      long version) {}
}

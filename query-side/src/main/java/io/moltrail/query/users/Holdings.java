package io.moltrail.query.users;

import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.UserId;
import io.moltrail.query.platform.database.ReadSchema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a user owns, as far as it counts against their quota. */
final class Holdings {

  Holdings() {}

  long projectsOwned(ReadSchema schema, UserId owner) {
    return schema
        .jdbc()
        .sql("select count(*) from members where user_id = ? and role = 'OWNER'")
        .param(owner.value())
        .query(Long.class)
        .single();
  }

  List<Holding> fullest(ReadSchema schema, UserId owner, int projects) {
    return schema
        .jdbc()
        .sql(
            """
            select p.id, p.code, p.name, p.molecule_count
            from members m join projects p on p.id = m.project_id
            where m.user_id = ? and m.role = 'OWNER'
            order by p.molecule_count desc, p.id limit ?
            """)
        .params(owner.value(), projects)
        .query(
            (row, n) ->
                new Holding(
                    new ProjectId(row.getObject("id", UUID.class)),
                    row.getString("code"),
                    row.getString("name"),
                    row.getLong("molecule_count")))
        .list();
  }

  /** A project of the user's, and how many molecules stand in it. */
  record Holding(ProjectId id, String code, @Nullable String name, long molecules) {}
}

package io.moltrail.query.projects;

import io.moltrail.messages.project.ProjectCode;
import io.moltrail.messages.project.ProjectEvent;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.Tautomers;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.projection.Fact;
import io.moltrail.query.platform.projection.Moved;
import io.moltrail.query.platform.projection.Projection;
import io.moltrail.query.platform.projection.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What projects are called and how they are. The number of molecules is counted by their own
 * projection.
 */
final class ProjectsProjection implements Projection {

  @Override
  public void apply(List<Fact> facts, ReadSchema schema) {
    Moved<ProjectView> projects =
        Moved.by(facts, ProjectEvent.class, ids -> load(schema, ids), ProjectView::evolve);
    if (projects.after().isEmpty()) {
      return;
    }
    schema
        .jdbc()
        .sql(
            """
            insert into projects
              (id, code, name, description, regulated, tautomers, archived, created_at, version)
            select id, code, name, description, regulated, tautomers, archived, created_at, version
            from json_populate_recordset(null::projects, cast(? as json))
            on conflict (id) do update set
              name = excluded.name, description = excluded.description,
              archived = excluded.archived, version = excluded.version
            where projects.version < excluded.version
            """)
        .param(Rows.json(projects.after().values().stream().map(ProjectsProjection::row).toList()))
        .update();
  }

  private static List<Map.Entry<UUID, ProjectView>> load(ReadSchema schema, Set<UUID> ids) {
    return schema
        .jdbc()
        .sql("select * from projects where id = any (cast(? as uuid[]))")
        .param(Rows.ids(ids))
        .query((row, n) -> view(row))
        .list()
        .stream()
        .map(view -> Map.entry(view.id().value(), view))
        .toList();
  }

  private static ProjectView view(ResultSet row) throws SQLException {
    return new ProjectView(
        new ProjectId(row.getObject("id", UUID.class)),
        new ProjectCode(row.getString("code")),
        row.getString("name"),
        row.getString("description"),
        row.getBoolean("regulated"),
        Tautomers.valueOf(row.getString("tautomers")),
        row.getBoolean("archived"),
        Rows.instant(row, "created_at"),
        row.getLong("version"));
  }

  private static Row row(ProjectView it) {
    return new Row(
        it.id().value(),
        it.code().value(),
        it.name(),
        it.description(),
        it.regulated(),
        it.tautomers().name(),
        it.archived(),
        it.createdAt(),
        it.version());
  }

  private record Row(
      UUID id,
      String code,
      @Nullable String name,
      @Nullable String description,
      boolean regulated,
      String tautomers,
      boolean archived,
      Instant createdAt,
      long version) {}
}

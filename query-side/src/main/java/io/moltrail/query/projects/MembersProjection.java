package io.moltrail.query.projects;

import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectEvent;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.UserId;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.projection.Fact;
import io.moltrail.query.platform.projection.Moved;
import io.moltrail.query.platform.projection.Projection;
import io.moltrail.query.platform.projection.Rows;
import io.moltrail.query.projects.MembersView.Membership;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Who is in which project. Rights: written before every view, and never parked. */
final class MembersProjection implements Projection {

  @Override
  public void apply(List<Fact> facts, ReadSchema schema) {
    Moved<MembersView> moved =
        Moved.by(facts, ProjectEvent.class, ids -> load(schema, ids), MembersView::evolve);
    if (!moved.after().isEmpty()) {
      writeVersions(schema, moved.after().values());
      removeMembers(schema, moved);
      writeMembers(schema, moved);
    }
  }

  private static Collection<Map.Entry<UUID, MembersView>> load(
      ReadSchema schema, Set<UUID> projects) {
    Map<UUID, MembersView> views = new HashMap<>();
    schema
        .jdbc()
        .sql(
            """
            select r.project_id, r.version, m.user_id, m.role, m.since
            from project_rights r join members m on m.project_id = r.project_id
            where r.project_id = any (cast(? as uuid[]))
            """)
        .param(Rows.ids(projects))
        .query(
            (row, n) ->
                new MembersView(
                    new ProjectId(row.getObject("project_id", UUID.class)),
                    Map.of(
                        new UserId(row.getObject("user_id", UUID.class)),
                        new Membership(
                            MemberRole.valueOf(row.getString("role")), Rows.instant(row, "since"))),
                    row.getLong("version")))
        .list()
        .forEach(one -> views.merge(one.project().value(), one, MembersProjection::both));
    return views.entrySet();
  }

  private static MembersView both(MembersView some, MembersView others) {
    Map<UserId, Membership> members = new HashMap<>(some.members());
    members.putAll(others.members());
    return new MembersView(some.project(), members, some.version());
  }

  private static void writeVersions(ReadSchema schema, Collection<MembersView> views) {
    schema
        .jdbc()
        .sql(
            """
            insert into project_rights
            select * from json_populate_recordset(null::project_rights, cast(? as json))
            on conflict (project_id) do update set version = excluded.version
            where project_rights.version < excluded.version
            """)
        .param(
            Rows.json(
                views.stream()
                    .map(it -> new VersionRow(it.project().value(), it.version()))
                    .toList()))
        .update();
  }

  private static void removeMembers(ReadSchema schema, Moved<MembersView> moved) {
    List<GoneRow> gone =
        moved.after().values().stream().flatMap(it -> gone(it, moved.before())).toList();
    if (!gone.isEmpty()) {
      schema
          .jdbc()
          .sql(
              """
              delete from members m using json_populate_recordset(null::members, cast(? as json)) gone
              where m.project_id = gone.project_id and m.user_id = gone.user_id
              """)
          .param(Rows.json(gone))
          .update();
    }
  }

  private static Stream<GoneRow> gone(MembersView view, Map<UUID, MembersView> before) {
    MembersView stored = before.get(view.project().value());
    return stored == null
        ? Stream.empty()
        : stored.members().keySet().stream()
            .filter(user -> !view.members().containsKey(user))
            .map(user -> new GoneRow(view.project().value(), user.value()));
  }

  private static void writeMembers(ReadSchema schema, Moved<MembersView> moved) {
    schema
        .jdbc()
        .sql(
            """
            insert into members select * from json_populate_recordset(null::members, cast(? as json))
            on conflict (project_id, user_id) do update set role = excluded.role, since = excluded.since
            """)
        .param(
            Rows.json(
                moved.after().values().stream()
                    .flatMap(it -> changed(it, moved.before()))
                    .toList()))
        .update();
  }

  private static Stream<MemberRow> changed(MembersView view, Map<UUID, MembersView> before) {
    MembersView stored = before.get(view.project().value());
    return view.members().entrySet().stream()
        .filter(
            entry ->
                stored == null || !entry.getValue().equals(stored.members().get(entry.getKey())))
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(UserId::value)))
        .map(
            entry ->
                new MemberRow(
                    view.project().value(),
                    entry.getKey().value(),
                    entry.getValue().role().name(),
                    entry.getValue().since()));
  }

  private record VersionRow(UUID projectId, long version) {}

  private record GoneRow(UUID projectId, UUID userId) {}

  private record MemberRow(UUID projectId, UUID userId, String role, Instant since) {}
}

package io.moltrail.query.projects;

import io.moltrail.messages.project.InvitationEvent;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.projection.Fact;
import io.moltrail.query.platform.projection.Projection;
import io.moltrail.query.platform.projection.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Invitations. A row stays when its invitation ends and loses the address, so that a batch may come
 * twice.
 */
final class InvitationsProjection implements Projection {

  private static final String UPSERT =
      """
      insert into invitations select * from json_populate_recordset(null::invitations, cast(? as json))
      on conflict (id) do update set
        email = excluded.email, state = excluded.state, version = excluded.version
      where invitations.version < excluded.version
      """;

  @Override
  public void apply(List<Fact> facts, ReadSchema schema) {
    List<Fact> ours = facts.stream().filter(it -> it.event() instanceof InvitationEvent).toList();
    if (!ours.isEmpty()) {
      Map<UUID, InvitationView> views = load(schema, ids(ours));
      ours.forEach(it -> evolve(views, (InvitationEvent) it.event(), it));
      write(schema, views.values());
    }
  }

  private static Set<UUID> ids(List<Fact> facts) {
    return facts.stream()
        .map(it -> ((InvitationEvent) it.event()).invitationId().value())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<UUID, InvitationView> load(ReadSchema schema, Set<UUID> ids) {
    Map<UUID, InvitationView> views = new TreeMap<>();
    schema
        .jdbc()
        .sql("select * from invitations where id = any (cast(? as uuid[]))")
        .param(Rows.ids(ids))
        .query((row, n) -> Invitations.view(row))
        .list()
        .forEach(it -> views.put(it.id().value(), it));
    return views;
  }

  /** What a row contains already is passed over. */
  private static void evolve(Map<UUID, InvitationView> views, InvitationEvent event, Fact fact) {
    InvitationView before = views.get(event.invitationId().value());
    if (before == null || before.version() < fact.recorded().version()) {
      views.put(
          event.invitationId().value(), InvitationView.evolve(before, event, fact.recorded()));
    }
  }

  private static void write(ReadSchema schema, Collection<InvitationView> views) {
    schema
        .jdbc()
        .sql(UPSERT)
        .param(Rows.json(views.stream().map(InvitationsProjection::row).toList()))
        .update();
  }

  private static Row row(InvitationView it) {
    return new Row(
        it.id().value(),
        it.project().value(),
        it.email(),
        it.role().name(),
        it.state().name(),
        it.createdAt(),
        it.createdBy(),
        it.expiresAt(),
        it.version());
  }

  private record Row(
      UUID id,
      UUID projectId,
      @Nullable String email,
      String role,
      String state,
      Instant createdAt,
      String createdBy,
      Instant expiresAt,
      long version) {}
}

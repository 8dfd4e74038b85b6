package io.moltrail.command.platform;

import io.moltrail.command.project.Owners;
import io.moltrail.messages.Actor;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.DisplayNameChanged;
import io.moltrail.messages.user.EmailChanged;
import io.moltrail.messages.user.EmailVerified;
import io.moltrail.messages.user.RoleGranted;
import io.moltrail.messages.user.RoleRevoked;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.TierChanged;
import io.moltrail.messages.user.UserEvent;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.UserRegistered;
import io.moltrail.messages.user.UserReinstated;
import io.moltrail.messages.user.UserSuspended;
import io.moltrail.web.CallerStanding;
import io.moltrail.web.Callers;
import io.moltrail.web.problems.Unauthenticated;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What users may do now: tier, roles and standing of each, and their roles in projects. */
public final class Rights implements Callers {

  private final JdbcClient jdbc;

  public Rights(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws Unauthenticated when the user has been suspended or erased since the request began
   */
  Actor actor(Author author, Collection<ProjectId> projects) {
    return switch (author) {
      case Author.Anonymous() -> new Actor.Anonymous();
      case Author.Installation() -> new Actor.Installation();
      case Author.User(UserId id) -> {
        CallerStanding standing =
            find(id).filter(it -> !it.suspended()).orElseThrow(Unauthenticated::new);
        yield new Actor.User(id, standing.tier(), standing.roles(), memberships(id, projects));
      }
    };
  }

  @Override
  public Optional<CallerStanding> find(UserId user) {
    return jdbc.sql(
            "select tier, roles, suspended, version from user_rights where user_id = ? and"
                + " verified")
        .param(user.value())
        .query(
            (row, n) ->
                new CallerStanding(
                    user,
                    Tier.valueOf(row.getString(1)),
                    roles(row.getArray(2)),
                    row.getBoolean(3),
                    row.getLong(4)))
        .optional();
  }

  /**
   * @throws Refusal.NotFound when there is no such user, active or not
   */
  public void requireKnown(UserId user) {
    jdbc.sql("select 1 from user_rights where user_id = ?")
        .param(user.value())
        .query(Integer.class)
        .optional()
        .orElseThrow(Refusal.NotFound::new);
  }

  public boolean active(UserId user) {
    return find(user).filter(it -> !it.suspended()).isPresent();
  }

  /** What counts against an owner's quota, as long as the user's lock is held. */
  Optional<Owners.Holding> holding(UserId user) {
    return find(user)
        .filter(it -> !it.suspended())
        .map(it -> new Owners.Holding(it.tier(), projectsOwned(user)));
  }

  private long projectsOwned(UserId user) {
    return jdbc.sql("select count(*) from membership where user_id = ? and role = 'OWNER'")
        .param(user.value())
        .query(Long.class)
        .single();
  }

  public Optional<MemberRole> roleIn(ProjectId project, UserId user) {
    return jdbc.sql("select role from membership where project_id = ? and user_id = ?")
        .params(project.value(), user.value())
        .query((row, n) -> MemberRole.valueOf(row.getString(1)))
        .optional();
  }

  private Map<ProjectId, MemberRole> memberships(UserId user, Collection<ProjectId> projects) {
    Map<ProjectId, MemberRole> roles = new HashMap<>();
    projects.forEach(project -> roleIn(project, user).ifPresent(role -> roles.put(project, role)));
    return roles;
  }

  void record(UserEvent event, long version) {
    switch (event) {
      case UserRegistered it -> register(it);
      case EmailVerified it -> verified(it.userId());
      case DisplayNameChanged it -> {
        // a name gives no rights
      }
      case TierChanged it -> tier(it);
      case RoleGranted it -> granted(it);
      case RoleRevoked it -> revoked(it);
      case EmailChanged it -> {
        // nor does an address
      }
      case UserSuspended it -> suspended(it.userId(), true);
      case UserReinstated it -> suspended(it.userId(), false);
    }
    jdbc.sql("update user_rights set version = ? where user_id = ?")
        .params(version, event.userId().value())
        .update();
  }

  private void register(UserRegistered event) {
    jdbc.sql("insert into user_rights (user_id, tier, roles, version) values (?, ?, ?, 1)")
        .params(
            event.userId().value(),
            event.tier().name(),
            event.roles().stream().map(SystemRole::name).sorted().toArray(String[]::new))
        .update();
  }

  private void verified(UserId user) {
    jdbc.sql("update user_rights set verified = true where user_id = ?")
        .param(user.value())
        .update();
  }

  private void tier(TierChanged event) {
    jdbc.sql("update user_rights set tier = ? where user_id = ?")
        .params(event.tier().name(), event.userId().value())
        .update();
  }

  private void granted(RoleGranted event) {
    jdbc.sql(
            """
            update user_rights
            set roles = (select array_agg(distinct role order by role) from unnest(array_append(roles, ?)) role)
            where user_id = ?
            """)
        .params(event.role().name(), event.userId().value())
        .update();
  }

  private void revoked(RoleRevoked event) {
    jdbc.sql("update user_rights set roles = array_remove(roles, ?) where user_id = ?")
        .params(event.role().name(), event.userId().value())
        .update();
  }

  private void suspended(UserId user, boolean suspended) {
    jdbc.sql("update user_rights set suspended = ? where user_id = ?")
        .params(suspended, user.value())
        .update();
  }

  void member(ProjectId project, UserId user, MemberRole role) {
    jdbc.sql(
            """
            insert into membership (project_id, user_id, role) values (?, ?, ?)
            on conflict (project_id, user_id) do update set role = excluded.role
            """)
        .params(project.value(), user.value(), role.name())
        .update();
  }

  void noMember(ProjectId project, UserId user) {
    jdbc.sql("delete from membership where project_id = ? and user_id = ?")
        .params(project.value(), user.value())
        .update();
  }

  /** Whether the installation has an administrator already. */
  public boolean hasAdministrator() {
    return jdbc.sql(
            "select exists (select 1 from user_rights where 'ADMIN' = any (roles) and"
                + " verified)")
        .query(Boolean.class)
        .single();
  }

  private static Set<SystemRole> roles(Array array) throws SQLException {
    Set<SystemRole> roles = EnumSet.noneOf(SystemRole.class);
    Arrays.stream((String[]) array.getArray()).map(SystemRole::valueOf).forEach(roles::add);
    return roles;
  }
}

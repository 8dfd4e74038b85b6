package io.moltrail.command.platform;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.InvitationEvent;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberRemoved;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.MemberRoleChanged;
import io.moltrail.messages.project.OwnershipTransferred;
import io.moltrail.messages.project.ProjectArchived;
import io.moltrail.messages.project.ProjectCode;
import io.moltrail.messages.project.ProjectCreated;
import io.moltrail.messages.project.ProjectDescribed;
import io.moltrail.messages.project.ProjectEvent;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectRenamed;
import io.moltrail.messages.project.ProjectRestored;
import io.moltrail.messages.project.Tautomers;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The state of a project that others must not slip past: read under its shared lock, changed under
 * its exclusive one.
 */
public final class Guards {

  private final JdbcClient jdbc;
  private final Rights rights;

  public Guards(JdbcClient jdbc, Rights rights) {
    this.jdbc = jdbc;
    this.rights = rights;
  }

  public Optional<Guard> find(ProjectId project) {
    return jdbc.sql(
            """
            select version, code, tautomers, regulated, archived from project_guard where project_id = ?
            """)
        .param(project.value())
        .query(
            (row, n) ->
                new Guard(
                    project,
                    row.getLong(1),
                    new ProjectCode(row.getString(2)),
                    Tautomers.valueOf(row.getString(3)),
                    row.getBoolean(4),
                    row.getBoolean(5)))
        .optional();
  }

  Found find(Collection<ProjectId> projects) {
    Map<ProjectId, Guard> found = new HashMap<>();
    projects.forEach(project -> find(project).ifPresent(guard -> found.put(project, guard)));
    return new Found(found);
  }

  void record(ProjectEvent event, long version) {
    switch (event) {
      case ProjectCreated it -> create(it);
      case ProjectRenamed it -> {
        // what a project is called decides nothing
      }
      case ProjectDescribed it -> {
        // nor does what it is about
      }
      case MemberAdded it -> rights.member(it.projectId(), it.member(), it.role());
      case MemberRoleChanged it -> rights.member(it.projectId(), it.member(), it.role());
      case MemberRemoved it -> rights.noMember(it.projectId(), it.member());
      case OwnershipTransferred it -> transferred(it);
      case InvitationEvent it -> {
        // an invitation gives no rights; who accepts it is added as a member
      }
      case ProjectArchived it -> archived(it.projectId(), true);
      case ProjectRestored it -> archived(it.projectId(), false);
    }
    jdbc.sql("update project_guard set version = ? where project_id = ?")
        .params(version, event.projectId().value())
        .update();
  }

  private void create(ProjectCreated event) {
    jdbc.sql(
            """
            insert into project_guard (project_id, version, code, tautomers, regulated)
            values (?, 1, ?, ?, ?)
            """)
        .params(
            event.projectId().value(),
            event.code().value(),
            event.tautomers().name(),
            event.regulated())
        .update();
    jdbc.sql("insert into project_counter (project_id) values (?)")
        .param(event.projectId().value())
        .update();
    rights.member(event.projectId(), event.owner(), MemberRole.OWNER);
  }

  private void transferred(OwnershipTransferred event) {
    rights.member(event.projectId(), event.formerOwner(), MemberRole.EDITOR);
    rights.member(event.projectId(), event.newOwner(), MemberRole.OWNER);
  }

  private void archived(ProjectId project, boolean archived) {
    jdbc.sql("update project_guard set archived = ? where project_id = ?")
        .params(archived, project.value())
        .update();
  }

  /** What was read of one project. */
  public record Guard(
      ProjectId project,
      long version,
      ProjectCode code,
      Tautomers tautomers,
      boolean regulated,
      boolean archived) {}

  /** The guards that a command depends on. */
  public record Found(Map<ProjectId, Guard> byProject) {

    public Found {
      byProject = Map.copyOf(byProject);
    }

    /**
     * @throws Refusal.NotFound when there is no such project
     */
    public Guard of(ProjectId project) {
      return Optional.ofNullable(byProject.get(project)).orElseThrow(Refusal.NotFound::new);
    }
  }
}

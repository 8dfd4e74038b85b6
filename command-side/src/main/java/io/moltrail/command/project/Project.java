package io.moltrail.command.project;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.createNew;

import io.moltrail.command.molecule.Molecule;
import io.moltrail.command.platform.ProjectRules;
import io.moltrail.messages.Actor;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.NewMolecule;
import io.moltrail.messages.project.AddMember;
import io.moltrail.messages.project.AddMolecule;
import io.moltrail.messages.project.AddMolecules;
import io.moltrail.messages.project.ArchiveProject;
import io.moltrail.messages.project.ChangeMemberRole;
import io.moltrail.messages.project.CreateProject;
import io.moltrail.messages.project.DescribeProject;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberRemoved;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.MemberRoleChanged;
import io.moltrail.messages.project.ProjectArchived;
import io.moltrail.messages.project.ProjectCreated;
import io.moltrail.messages.project.ProjectDescribed;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.ProjectRenamed;
import io.moltrail.messages.project.ProjectRestored;
import io.moltrail.messages.project.RemoveMember;
import io.moltrail.messages.project.RenameAndDescribeProject;
import io.moltrail.messages.project.RenameProject;
import io.moltrail.messages.project.RestoreProject;
import io.moltrail.messages.user.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A project with its members. Its molecules are born here and live on streams of their own. */
@AggregateRoot(type = "project")
public class Project {

  @AggregateIdentifier private String id;
  private boolean regulated;
  private boolean archived;
  private final Map<UserId, MemberRole> members = new HashMap<>();

  @CommandHandler
  public Project(CreateProject command, Actor actor) {
    if (!(actor instanceof Actor.User owner)) {
      throw new Refusal.Forbidden("Only users own projects.");
    }
    apply(
        new ProjectCreated(
            command.projectId(),
            owner.id(),
            command.code(),
            Erasable.of(command.name()),
            Erasable.of(command.description()),
            command.regulated(),
            command.tautomers()));
  }

  @CommandHandler
  public void handle(
      RenameProject command,
      Actor actor,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    mayEdit(actor, reason);
    rename(command.name());
  }

  @CommandHandler
  public void handle(
      DescribeProject command,
      Actor actor,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    mayEdit(actor, reason);
    describe(command.description());
  }

  @CommandHandler
  public void handle(
      RenameAndDescribeProject command,
      Actor actor,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    mayEdit(actor, reason);
    rename(command.name());
    describe(command.description());
  }

  @CommandHandler
  public void handle(
      AddMember command,
      Actor actor,
      Accounts accounts,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    ProjectRules.require(actor, projectId(), MemberRole.OWNER);
    ProjectRules.reasonGiven(regulated, reason);
    MembershipRules.grantable(command.role());
    MembershipRules.notYetMember(members, command.member());
    if (!accounts.active(command.member())) {
      throw new Refusal.NotFound();
    }
    ProjectRules.notArchived(archived);
    apply(new MemberAdded(command.projectId(), command.member(), command.role()));
  }

  @CommandHandler
  public void handle(
      ChangeMemberRole command,
      Actor actor,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    ProjectRules.require(actor, projectId(), MemberRole.OWNER);
    ProjectRules.reasonGiven(regulated, reason);
    MembershipRules.grantable(command.role());
    MemberRole current = MembershipRules.changeable(members, command.member());
    ProjectRules.notArchived(archived);
    if (current != command.role()) {
      apply(new MemberRoleChanged(command.projectId(), command.member(), command.role()));
    }
  }

  /** Possible in an archived project too: a right can be taken back at any time. */
  @CommandHandler
  public void handle(
      RemoveMember command,
      Actor actor,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    Actor.User user = ProjectRules.require(actor, projectId(), MemberRole.VIEWER);
    MemberRole role = MembershipRules.roleOf(members, command.member());
    ProjectRules.require(
        actor, projectId(), MembershipRules.neededToRemove(command.member(), user.id()));
    ProjectRules.reasonGiven(regulated, reason);
    MembershipRules.removable(role);
    apply(new MemberRemoved(command.projectId(), command.member()));
  }

  @CommandHandler
  public void handle(
      ArchiveProject command,
      Actor actor,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    ProjectRules.require(actor, projectId(), MemberRole.OWNER);
    ProjectRules.reasonGiven(regulated, reason);
    if (!archived) {
      apply(new ProjectArchived(command.projectId()));
    }
  }

  @CommandHandler
  public void handle(
      RestoreProject command,
      Actor actor,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    ProjectRules.require(actor, projectId(), MemberRole.OWNER);
    ProjectRules.reasonGiven(regulated, reason);
    if (archived) {
      apply(new ProjectRestored(command.projectId()));
    }
  }

  @CommandHandler
  public void handle(
      AddMolecule command, Actor actor, @MetaDataValue(MetadataKeys.REASON) @Nullable String reason)
      throws Exception {
    mayEdit(actor, command.molecule().reason().orElse(reason));
    add(command.molecule());
  }

  @CommandHandler
  public void handle(
      AddMolecules command,
      Actor actor,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason)
      throws Exception {
    for (NewMolecule molecule : command.molecules()) {
      mayEdit(actor, molecule.reason().orElse(reason));
      add(molecule);
    }
  }

  @EventSourcingHandler
  void on(ProjectCreated event) {
    id = event.projectId().toString();
    regulated = event.regulated();
    members.put(event.owner(), MemberRole.OWNER);
  }

  @EventSourcingHandler
  void on(MemberAdded event) {
    members.put(event.member(), event.role());
  }

  @EventSourcingHandler
  void on(MemberRoleChanged event) {
    members.put(event.member(), event.role());
  }

  @EventSourcingHandler
  void on(MemberRemoved event) {
    members.remove(event.member());
  }

  @EventSourcingHandler
  void on(ProjectArchived event) {
    archived = true;
  }

  @EventSourcingHandler
  void on(ProjectRestored event) {
    archived = false;
  }

  private void mayEdit(Actor actor, @Nullable String reason) {
    ProjectRules.require(actor, projectId(), MemberRole.EDITOR);
    ProjectRules.reasonGiven(regulated, reason);
    ProjectRules.notArchived(archived);
  }

  private void rename(ProjectName name) {
    apply(new ProjectRenamed(projectId(), Erasable.of(name)));
  }

  private void describe(ProjectDescription description) {
    apply(new ProjectDescribed(projectId(), Erasable.of(description)));
  }

  private void add(NewMolecule molecule) throws Exception {
    ProjectId project = projectId();
    createNew(Molecule.class, () -> new Molecule(project, molecule));
  }

  private ProjectId projectId() {
    return new ProjectId(UUID.fromString(id));
  }

  /** For Axon. */
  protected Project() {}
}

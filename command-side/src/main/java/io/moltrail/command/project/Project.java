package io.moltrail.command.project;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.createNew;

import io.moltrail.command.molecule.Molecule;
import io.moltrail.messages.Actor;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.molecule.NewMolecule;
import io.moltrail.messages.project.AddMolecule;
import io.moltrail.messages.project.AddMolecules;
import io.moltrail.messages.project.ArchiveProject;
import io.moltrail.messages.project.CreateProject;
import io.moltrail.messages.project.DescribeProject;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectArchived;
import io.moltrail.messages.project.ProjectCreated;
import io.moltrail.messages.project.ProjectDescribed;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.ProjectRenamed;
import io.moltrail.messages.project.ProjectRestored;
import io.moltrail.messages.project.RenameAndDescribeProject;
import io.moltrail.messages.project.RenameProject;
import io.moltrail.messages.project.RestoreProject;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * A project, with its {@link Members} and {@link Invitations}. Its molecules are born here and live
 * on streams of their own.
 */
@AggregateRoot(type = "project")
public class Project {

  @AggregateIdentifier private String id;
  @AggregateMember private final Standing standing = new Standing();
  @AggregateMember private final Naming naming = new Naming();
  @AggregateMember private final Members members = new Members(standing);
  @AggregateMember private final Invitations invitations = new Invitations(standing, members);

  @CommandHandler
  public Project(CreateProject command, Actor actor, Owners owners) {
    if (!(actor instanceof Actor.User owner)) {
      throw OwnershipRules.onlyUsers();
    }
    OwnershipRules.roomForOneMore(owners.find(owner.id()).orElseThrow(OwnershipRules::onlyUsers));
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
      ArchiveProject command,
      Actor actor,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    standing.require(actor, MemberRole.OWNER, reason);
    if (!standing.archived()) {
      apply(new ProjectArchived(command.projectId()));
    }
  }

  @CommandHandler
  public void handle(
      RestoreProject command,
      Actor actor,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    standing.require(actor, MemberRole.OWNER, reason);
    if (standing.archived()) {
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
  }

  private void mayEdit(Actor actor, @Nullable String reason) {
    standing.require(actor, MemberRole.EDITOR, reason);
    standing.takesChanges();
  }

  private void rename(ProjectName name) {
    if (!naming.is(name)) {
      apply(new ProjectRenamed(projectId(), Erasable.of(name)));
    }
  }

  private void describe(ProjectDescription description) {
    if (!naming.is(description)) {
      apply(new ProjectDescribed(projectId(), Erasable.of(description)));
    }
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

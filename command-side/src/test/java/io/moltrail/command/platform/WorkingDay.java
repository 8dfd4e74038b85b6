package io.moltrail.command.platform;

import io.moltrail.command.user.Someone;
import io.moltrail.messages.Command;
import io.moltrail.messages.Id;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.molecule.NewMolecule;
import io.moltrail.messages.molecule.RenameMolecule;
import io.moltrail.messages.project.AddMember;
import io.moltrail.messages.project.AddMolecule;
import io.moltrail.messages.project.AddMolecules;
import io.moltrail.messages.project.ChangeMemberRole;
import io.moltrail.messages.project.CreateProject;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectCode;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.Tautomers;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.RegisterUser;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.VerifyEmail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One command of every kind, with reasons and without. */
final class WorkingDay {

  static final int EVENTS = 13;

  final UserId owner = new UserId(Ids.next());
  final UserId colleague = new UserId(Ids.next());
  final ProjectId project = new ProjectId(Ids.next());
  final MoleculeId first = new MoleculeId(Ids.next());
  final MoleculeId second = new MoleculeId(Ids.next());
  final MoleculeId third = new MoleculeId(Ids.next());

  private final Commands commands;

  private WorkingDay(Commands commands) {
    this.commands = commands;
  }

  static WorkingDay worked(Commands commands) {
    WorkingDay day = new WorkingDay(commands);
    day.accounts();
    day.members();
    day.molecules();
    return day;
  }

  List<String> aggregates() {
    return Stream.of(owner, colleague, project, first, second, third).map(Id::toString).toList();
  }

  private void accounts() {
    send(register(owner, true), by(new Author.Installation()));
    send(register(colleague, false), by(new Author.Anonymous()));
    send(new VerifyEmail(colleague), by(new Author.Anonymous()));
  }

  private void members() {
    send(
        new CreateProject(
            project,
            new ProjectName("Kinases"),
            new ProjectCode("KIN"),
            ProjectDescription.NONE,
            true,
            Tautomers.SAME),
        byOwner());
    send(new AddMember(project, colleague, MemberRole.VIEWER), because("She helps"));
    send(new ChangeMemberRole(project, colleague, MemberRole.EDITOR), because("She adds"));
  }

  private void molecules() {
    send(new AddMolecule(project, molecule(first, 1, "CCO", Optional.empty())), because("A lead"));
    send(
        new AddMolecules(
            project,
            List.of(
                molecule(second, 2, "CCC", Optional.of("Its own reason")),
                molecule(third, 3, "CCN", Optional.empty()))),
        because("All of them"));
    rename(first, "Spirit");
    rename(first, "Ethanol");
    rename(second, "Propane");
  }

  private void rename(MoleculeId molecule, String name) {
    send(
        new RenameMolecule(molecule, Optional.of(new MoleculeName(name))),
        because("A better name"));
  }

  private void send(Command command, CommandContext context) {
    commands.send(command, context);
  }

  private CommandContext because(String reason) {
    return byOwner().because(Optional.of(reason));
  }

  private CommandContext byOwner() {
    return by(new Author.User(owner));
  }

  private static CommandContext by(Author author) {
    return CommandContext.by(author, Ids.next().toString());
  }

  private static RegisterUser register(UserId user, boolean verified) {
    return new RegisterUser(
        user,
        new EmailAddress(user + "@moltrail.example"),
        new DisplayName("Ada Lovelace"),
        Tier.FREE,
        Set.of(SystemRole.USER),
        verified);
  }

  private static NewMolecule molecule(
      MoleculeId id, long number, String smiles, Optional<String> reason) {
    return new NewMolecule(
        id,
        MoleculeNumber.of(new ProjectCode("KIN"), number),
        Someone.structure(smiles),
        Optional.empty(),
        Map.of(),
        reason);
  }
}

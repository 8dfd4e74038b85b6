package io.moltrail.command.platform;

import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.project.CreateProject;
import io.moltrail.messages.project.InviteMember;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** What random clients work on together, and what became of their commands. */
final class RandomWorld {

  /** Few enough that many registrations meet a structure that is there already. */
  static final int STRUCTURES = 200;

  private static final int ADDRESSES = 12;

  /** Few enough that one that was archived is met again. */
  private static final int OLD = 40;

  private static final int NEW = 20;

  private final UserId administrator = new UserId(Ids.next());
  private final List<UserId> users = new ArrayList<>();
  private final List<ProjectId> projects = new ArrayList<>();
  private final Map<ProjectId, UserId> owners = new ConcurrentHashMap<>();
  private final Map<ProjectId, ProjectCode> codes = new ConcurrentHashMap<>();
  private final Map<MoleculeId, ProjectId> homes = new ConcurrentHashMap<>();
  private final List<MoleculeId> molecules = new CopyOnWriteArrayList<>();
  private final List<Invited> invitations = new CopyOnWriteArrayList<>();
  private final List<UserId> newcomers = new CopyOnWriteArrayList<>();
  private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();

  RandomWorld(Commands commands, Random random, int people, int places) {
    open(commands, administrator, "administrator", Set.of(SystemRole.USER, SystemRole.ADMIN));
    for (int n = 0; n < people; n++) {
      UserId user = new UserId(Ids.next());
      open(commands, user, "user-" + n, Set.of(SystemRole.USER));
      users.add(user);
    }
    for (int n = 0; n < places; n++) {
      ProjectId project = new ProjectId(Ids.next());
      UserId owner = users.get(random.nextInt(people));
      ProjectCode code = new ProjectCode("P" + n);
      commands.send(creation(project, code), CommandContext.by(owner, "random"));
      projects.add(project);
      owners.put(project, owner);
      codes.put(project, code);
    }
  }

  private static void open(Commands commands, UserId user, String name, Set<SystemRole> roles) {
    commands.send(
        registration(user, name, Tier.ENTERPRISE, roles, true),
        CommandContext.by(new Author.Installation(), "random"));
  }

  /** Whom nobody suspends. */
  UserId administrator() {
    return administrator;
  }

  List<UserId> users() {
    return users;
  }

  List<ProjectId> projects() {
    return projects;
  }

  /** Of two at once, whichever comes last here. */
  void transferred(ProjectId project, UserId newOwner) {
    owners.put(project, newOwner);
  }

  UserId ownerOf(ProjectId project) {
    return owners.get(project);
  }

  /** All projects, if somebody owns none. */
  List<ProjectId> projectsOf(UserId owner) {
    List<ProjectId> own =
        projects.stream().filter(project -> owners.get(project).equals(owner)).toList();
    return own.isEmpty() ? projects : own;
  }

  UserId ownerOf(MoleculeId molecule) {
    return ownerOf(homes.get(molecule));
  }

  ProjectCode codeOf(ProjectId project) {
    return codes.get(project);
  }

  /** Another project with the code of one that its owner has already. */
  CreateProject takenCode(ProjectId project) {
    return creation(new ProjectId(Ids.next()), codeOf(project));
  }

  /** Somebody who wants one of a few addresses. */
  RegisterUser newcomer(Random random) {
    String address = "newcomer-" + random.nextInt(ADDRESSES);
    return registration(new UserId(Ids.next()), address, Tier.FREE, Set.of(SystemRole.USER), false);
  }

  /** One that newcomers want too, or one of a few that only come free when somebody moves on. */
  EmailAddress anyAddress(Random random) {
    String name = random.nextInt(4) == 0 ? "newcomer-" : "moved-";
    return new EmailAddress(name + random.nextInt(ADDRESSES) + "@moltrail.example");
  }

  void added(MoleculeId molecule, ProjectId project) {
    homes.put(molecule, project);
    molecules.add(molecule);
  }

  void arrived(UserId newcomer) {
    newcomers.add(newcomer);
  }

  Optional<MoleculeId> anyMolecule(Random random) {
    return any(molecules, random);
  }

  /** One of the first that were added. */
  Optional<MoleculeId> anyOldMolecule(Random random) {
    return any(molecules.stream().limit(OLD).toList(), random);
  }

  void invited(InviteMember command, UserId user) {
    invitations.add(new Invited(command, user));
  }

  /** One of those that came last, which have perhaps not ended. */
  Optional<Invited> anyInvitation(Random random) {
    int size = invitations.size();
    return any(invitations.subList(Math.max(0, size - NEW), size), random);
  }

  EmailAddress addressOf(UserId user) {
    return address("user-" + users.indexOf(user));
  }

  Optional<UserId> anyNewcomer(Random random) {
    return any(newcomers, random);
  }

  void count(String outcome) {
    outcomes.computeIfAbsent(outcome, key -> new LongAdder()).increment();
  }

  /** How many commands were carried out or refused. */
  long sent() {
    return outcomes.values().stream().mapToLong(LongAdder::sum).sum();
  }

  Map<String, LongAdder> outcomes() {
    return outcomes;
  }

  private static <T> Optional<T> any(List<T> items, Random random) {
    int size = items.size();
    return size == 0 ? Optional.empty() : Optional.of(items.get(random.nextInt(size)));
  }

  private static RegisterUser registration(
      UserId user, String name, Tier tier, Set<SystemRole> roles, boolean verified) {
    return new RegisterUser(user, address(name), new DisplayName(name), tier, roles, verified);
  }

  private static EmailAddress address(String name) {
    return new EmailAddress(name + "@moltrail.example");
  }

  private static CreateProject creation(ProjectId project, ProjectCode code) {
    return new CreateProject(
        project,
        new ProjectName("Project " + code.value()),
        code,
        ProjectDescription.NONE,
        false,
        Tautomers.SAME);
  }

  /** An invitation, and whose address it went to. */
  record Invited(InviteMember command, UserId user) {}
}

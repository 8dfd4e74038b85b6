package io.moltrail.command.platform;

import io.moltrail.messages.Command;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeCommand;
import io.moltrail.messages.molecule.MoveMolecule;
import io.moltrail.messages.project.AddMember;
import io.moltrail.messages.project.AddMolecule;
import io.moltrail.messages.project.AddMolecules;
import io.moltrail.messages.project.ChangeMemberRole;
import io.moltrail.messages.project.CreateProject;
import io.moltrail.messages.project.ProjectCommand;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.RemoveMember;
import io.moltrail.messages.project.TransferOwnership;
import io.moltrail.messages.user.ChangeEmail;
import io.moltrail.messages.user.RegisterUser;
import io.moltrail.messages.user.UserCommand;
import io.moltrail.messages.user.UserId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which advisory locks a command takes: shared on the project for adding and for molecule commands,
 * and on both projects for a move; exclusive for project commands; shared on the acting user,
 * exclusive for user commands; exclusive on whoever comes to own a project or gives one away, since
 * what they own is counted and its code is theirs; exclusive on an address that is claimed or
 * released. A membership changes under its project's exclusive lock, so its user's is shared too.
 * Always projects before users before addresses, each ascending. Advisory locks take no transaction
 * id, so transaction-id order stays decision order.
 */
final class CommandLocks {

  private final JdbcClient jdbc;
  private final Names names;
  private final Structures structures;

  CommandLocks(JdbcClient jdbc, Names names, Structures structures) {
    this.jdbc = jdbc;
    this.names = names;
    this.structures = structures;
  }

  /**
   * @return the projects whose guard and rights the command depends on
   */
  Scope take(Command command, Author author) {
    Scope scope =
        switch (command) {
          case UserCommand it -> new Scope(List.of());
          case ProjectCommand it -> new Scope(List.of(it.projectId()));
          case MoveMolecule it -> new Scope(List.of(projectOf(it), it.to()));
          case MoleculeCommand it -> new Scope(List.of(projectOf(it)));
          default ->
              throw new IllegalArgumentException("No locks are known for " + command.getClass());
        };
    scope.projects().stream()
        .distinct()
        .sorted(Comparator.comparing(id -> id.value().toString()))
        .forEach(project -> lock(project.subject(), modeOnProject(command)));
    usersOf(command, author).forEach((subject, mode) -> lock(subject, mode));
    addressesOf(command).forEach(address -> lock(address, Mode.EXCLUSIVE));
    if (command instanceof MoleculeCommand molecule
        && !scope.projects().contains(projectOf(molecule))) {
      throw new MovedMeanwhileException();
    }
    return scope;
  }

  /** Read under the user's lock: a user's claims change under no other. */
  private Collection<String> addressesOf(Command command) {
    return switch (command) {
      case RegisterUser it -> List.of(names.lockOf(it.email()));
      case ChangeEmail it -> names.locksOf(it);
      default -> List.of();
    };
  }

  private ProjectId projectOf(MoleculeCommand command) {
    return structures.projectOf(command.moleculeId()).orElseThrow(Refusal.NotFound::new);
  }

  private static Mode modeOnProject(Command command) {
    return switch (command) {
      case AddMolecule it -> Mode.SHARED;
      case AddMolecules it -> Mode.SHARED;
      case MoleculeCommand it -> Mode.SHARED;
      default -> Mode.EXCLUSIVE;
    };
  }

  private static TreeMap<String, Mode> usersOf(Command command, Author author) {
    TreeMap<String, Mode> users = new TreeMap<>();
    if (author instanceof Author.User(UserId id)) {
      users.put(id.subject(), modeOnAuthor(command));
    }
    affected(command)
        .ifPresent(user -> users.merge(user.id().subject(), user.mode(), Mode::stronger));
    return users;
  }

  private static Mode modeOnAuthor(Command command) {
    return switch (command) {
      case CreateProject it -> Mode.EXCLUSIVE;
      case TransferOwnership it -> Mode.EXCLUSIVE;
      default -> Mode.SHARED;
    };
  }

  private static Optional<AffectedUser> affected(Command command) {
    return switch (command) {
      case UserCommand it -> Optional.of(new AffectedUser(it.userId(), Mode.EXCLUSIVE));
      case AddMember it -> Optional.of(new AffectedUser(it.member(), Mode.SHARED));
      case ChangeMemberRole it -> Optional.of(new AffectedUser(it.member(), Mode.SHARED));
      case RemoveMember it -> Optional.of(new AffectedUser(it.member(), Mode.SHARED));
      case TransferOwnership it -> Optional.of(new AffectedUser(it.newOwner(), Mode.EXCLUSIVE));
      default -> Optional.empty();
    };
  }

  private void lock(String subject, Mode mode) {
    jdbc.sql("select " + mode.function + "(hashtextextended(?, 0))")
        .param(subject)
        .query((row, n) -> subject)
        .single();
  }

  /** What a command depends on. */
  record Scope(List<ProjectId> projects) {}

  private record AffectedUser(UserId id, Mode mode) {}

  private enum Mode {
    SHARED("pg_advisory_xact_lock_shared"),
    EXCLUSIVE("pg_advisory_xact_lock");

    private final String function;

    Mode(String function) {
      this.function = function;
    }

    Mode stronger(Mode other) {
      return this == EXCLUSIVE ? this : other;
    }
  }
}

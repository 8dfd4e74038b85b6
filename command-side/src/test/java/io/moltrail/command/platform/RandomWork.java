package io.moltrail.command.platform;

import io.moltrail.command.molecule.DrawnNumbers;
import io.moltrail.command.platform.Structures.DuplicateStructures;
import io.moltrail.command.user.Someone;
import io.moltrail.messages.Command;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.AnnotateMolecule;
import io.moltrail.messages.molecule.Annotation;
import io.moltrail.messages.molecule.ArchiveMolecule;
import io.moltrail.messages.molecule.EditMolecule;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeMoved;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.molecule.MoveMolecule;
import io.moltrail.messages.molecule.NewMolecule;
import io.moltrail.messages.molecule.RemoveAnnotation;
import io.moltrail.messages.molecule.RenameMolecule;
import io.moltrail.messages.molecule.RestoreMolecule;
import io.moltrail.messages.molecule.ReviseStructure;
import io.moltrail.messages.project.AcceptInvitation;
import io.moltrail.messages.project.AddMember;
import io.moltrail.messages.project.AddMolecule;
import io.moltrail.messages.project.AddMolecules;
import io.moltrail.messages.project.ArchiveProject;
import io.moltrail.messages.project.ChangeMemberRole;
import io.moltrail.messages.project.DescribeProject;
import io.moltrail.messages.project.ExpireInvitation;
import io.moltrail.messages.project.InvitationId;
import io.moltrail.messages.project.InviteMember;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.RemoveMember;
import io.moltrail.messages.project.RenameAndDescribeProject;
import io.moltrail.messages.project.RenameProject;
import io.moltrail.messages.project.RestoreProject;
import io.moltrail.messages.project.TransferOwnership;
import io.moltrail.messages.project.WithdrawInvitation;
import io.moltrail.messages.user.ChangeDisplayName;
import io.moltrail.messages.user.ChangeEmail;
import io.moltrail.messages.user.ChangeStanding;
import io.moltrail.messages.user.ChangeTier;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.GrantRole;
import io.moltrail.messages.user.RegisterUser;
import io.moltrail.messages.user.ReinstateUser;
import io.moltrail.messages.user.RevokeRole;
import io.moltrail.messages.user.SuspendUser;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.VerifyEmail;
import io.moltrail.web.problems.Unauthenticated;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One client that sends random commands, sensible and senseless ones, to one node. */
final class RandomWork implements Runnable {

  private final Random random;
  private final int commands;
  private final CommandSideUnderTest node;
  private final RandomWorld world;
  private final DrawnNumbers numbers;
  private int sent;

  RandomWork(long seed, int commands, CommandSideUnderTest node, RandomWorld world) {
    this.random = new Random(seed);
    this.commands = commands;
    this.node = node;
    this.world = world;
    this.numbers = new DrawnNumbers(JdbcClient.create(node.dataSource()));
  }

  @Override
  public void run() {
    while (sent < commands) {
      step(random.nextInt(100));
    }
  }

  private void step(int die) {
    ProjectId project = any(world.projects());
    UserId somebody = any(world.users());
    UserId actor = random.nextInt(5) > 0 ? world.ownerOf(project) : any(world.users());
    if (die < 30) {
      add(project, actor);
    } else if (die < 40) {
      addSome(project, actor, 2 + random.nextInt(4));
    } else if (die < 41) {
      send(
          new ChangeEmail(somebody, world.anyAddress(random)),
          random.nextInt(5) > 0 ? somebody : actor);
    } else if (die < 42) {
      send(
          new ChangeDisplayName(somebody, new DisplayName("Name " + random.nextInt(1_000))),
          random.nextBoolean() ? actor : somebody);
    } else if (die < 46) {
      send(administration(somebody), random.nextInt(9) > 0 ? world.administrator() : actor);
    } else if (die < 48) {
      world
          .anyMolecule(random)
          .ifPresent(it -> send(random.nextBoolean() ? revise(it) : edit(it), actor));
    } else if (die < 50) {
      world.anyMolecule(random).ifPresent(this::move);
    } else if (die < 53) {
      world
          .anyOldMolecule(random)
          .ifPresent(it -> send(putAside(it), random.nextBoolean() ? world.ownerOf(it) : actor));
    } else if (die < 62) {
      send(new AddMember(project, somebody, anyRole()), actor);
    } else if (die < 69) {
      send(new ChangeMemberRole(project, somebody, anyRole()), actor);
    } else if (die < 78) {
      send(new RemoveMember(project, somebody), random.nextBoolean() ? actor : somebody);
    } else if (die < 80) {
      transfer(project, somebody, actor);
    } else if (die < 81) {
      invitations(project, actor);
    } else if (die < 83) {
      send(naming(project), random.nextBoolean() ? actor : somebody);
    } else if (die < 85) {
      send(new ArchiveProject(project), actor);
    } else if (die < 91) {
      send(new RestoreProject(project), actor);
    } else if (die < 94) {
      send(world.takenCode(project), world.ownerOf(project));
    } else if (die < 98) {
      register();
    } else {
      world.anyNewcomer(random).ifPresent(it -> outcome(new VerifyEmail(it), anonymous()));
    }
  }

  private void invitations(ProjectId project, UserId actor) {
    switch (random.nextInt(4)) {
      case 0 -> invite(project, actor, any(world.users()));
      case 1 -> world.anyInvitation(random).ifPresent(this::inviteAgain);
      default -> world.anyInvitation(random).ifPresent(this::answer);
    }
  }

  private void inviteAgain(RandomWorld.Invited it) {
    ProjectId project = it.command().projectId();
    invite(project, world.ownerOf(project), it.user());
  }

  private void invite(ProjectId project, UserId actor, UserId invited) {
    InviteMember command =
        new InviteMember(
            project,
            new InvitationId(Ids.next()),
            world.addressOf(invited),
            anyRole(),
            Instant.EPOCH.plusSeconds(1));
    byte[] token = command.invitationId().toString().getBytes(StandardCharsets.UTF_8);
    Runnable sent = () -> node.bean(SentInvitations.class).add(command, token);
    if (outcome(command, CommandContext.by(actor, "random").with(sent)).isPresent()) {
      world.invited(command, invited);
    }
  }

  private void answer(RandomWorld.Invited it) {
    ProjectId project = it.command().projectId();
    InvitationId invitation = it.command().invitationId();
    switch (random.nextInt(4)) {
      case 0 -> send(new WithdrawInvitation(project, invitation), world.ownerOf(project));
      case 1 ->
          outcome(
              new ExpireInvitation(project, invitation, it.command().expiresAt()),
              CommandContext.by(new Author.Installation(), "random"));
      default ->
          send(
              new AcceptInvitation(project, invitation, Instant.EPOCH),
              random.nextInt(4) > 0 ? it.user() : any(world.users()));
    }
  }

  private void add(ProjectId project, UserId actor) {
    OptionalLong number = numbers.draw(project, 1);
    number.ifPresent(
        it -> {
          NewMolecule molecule = molecule(project, it);
          keepOrGiveBack(new AddMolecule(project, molecule), project, List.of(molecule), actor);
        });
  }

  private void addSome(ProjectId project, UserId actor, int size) {
    OptionalLong first = numbers.draw(project, size);
    first.ifPresent(
        it -> {
          int pick = random.nextInt(RandomWorld.STRUCTURES);
          List<NewMolecule> molecules =
              IntStream.range(0, size)
                  .mapToObj(n -> molecule(project, it + n, (pick + n) % RandomWorld.STRUCTURES))
                  .toList();
          keepOrGiveBack(new AddMolecules(project, molecules), project, molecules, actor);
        });
  }

  private void keepOrGiveBack(
      Command command, ProjectId project, List<NewMolecule> molecules, UserId actor) {
    if (send(command, actor).isPresent()) {
      molecules.forEach(it -> world.added(it.moleculeId(), project));
    } else {
      numbers.giveBack(project, molecules.size());
    }
  }

  private void transfer(ProjectId project, UserId newOwner, UserId actor) {
    if (send(new TransferOwnership(project, newOwner), actor).isPresent()) {
      world.transferred(project, newOwner);
    }
  }

  /** Mostly to another project of the same owner, who may. */
  private void move(MoleculeId molecule) {
    UserId owner =
        node.bean(Structures.class)
            .projectOf(molecule)
            .map(world::ownerOf)
            .orElseGet(() -> any(world.users()));
    ProjectId to = any(random.nextInt(4) > 0 ? world.projectsOf(owner) : world.projects());
    numbers
        .draw(to, 1)
        .ifPresent(
            number -> {
              MoleculeNumber next = MoleculeNumber.of(world.codeOf(to), number);
              send(new MoveMolecule(molecule, to, next, Optional.empty()), owner)
                  .flatMap(receipt -> left(molecule, receipt))
                  .ifPresentOrElse(
                      from -> numbers.giveBack(from, 1), () -> numbers.giveBack(to, 1));
            });
  }

  /** Empty when it stood there already. */
  private Optional<ProjectId> left(MoleculeId molecule, Receipt receipt) {
    return receipt
        .version(molecule)
        .map(
            version -> {
              var message = node.bean(Streams.class).of(molecule).get(Math.toIntExact(version) - 1);
              return ((MoleculeMoved) message.getPayload()).from();
            });
  }

  private void register() {
    RegisterUser registration = world.newcomer(random);
    if (outcome(registration, anonymous()).isPresent()) {
      world.arrived(registration.userId());
    }
  }

  private Optional<Receipt> send(Command command, UserId actor) {
    return outcome(command, CommandContext.by(actor, "random"));
  }

  /** Whatever is neither carried out nor refused is an error of ours and ends the run. */
  private Optional<Receipt> outcome(Command command, CommandContext context) {
    sent++;
    try {
      Receipt receipt = node.commands().send(command, context);
      world.count("accepted");
      return Optional.of(receipt);
    } catch (Refusal e) {
      world.count(e.code());
      return Optional.empty();
    } catch (Unauthenticated e) {
      world.count(e.code());
      return Optional.empty();
    } catch (DuplicateStructures e) {
      world.count("duplicate-structure");
      return Optional.empty();
    }
  }

  private static CommandContext anonymous() {
    return CommandContext.by(new Author.Anonymous(), "random");
  }

  private NewMolecule molecule(ProjectId project, long number) {
    return molecule(project, number, random.nextInt(RandomWorld.STRUCTURES));
  }

  private NewMolecule molecule(ProjectId project, long number, int structure) {
    return new NewMolecule(
        new MoleculeId(Ids.next()),
        MoleculeNumber.of(world.codeOf(project), number),
        Someone.structure("structure-" + structure),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  private Command rename(MoleculeId molecule) {
    return new RenameMolecule(
        molecule, Optional.of(new MoleculeName("Name " + random.nextInt(1_000))));
  }

  /** To a structure that only revisions bring, or to one that others have or have had. */
  private Command revise(MoleculeId molecule) {
    int pick = random.nextInt(2 * RandomWorld.STRUCTURES);
    return new ReviseStructure(molecule, Someone.structure("structure-" + pick));
  }

  private Command administration(UserId user) {
    Tier tier = any(List.of(Tier.values()));
    SystemRole role = any(List.of(SystemRole.values()));
    return switch (random.nextInt(8)) {
      case 0, 1 -> new SuspendUser(user);
      case 2, 3, 4 -> new ReinstateUser(user);
      case 5 -> new ChangeTier(user, tier);
      case 6 -> random.nextBoolean() ? new GrantRole(user, role) : new RevokeRole(user, role);
      default -> new ChangeStanding(user, Optional.of(tier), EnumSet.of(SystemRole.USER, role));
    };
  }

  private Command naming(ProjectId project) {
    ProjectName name = new ProjectName("Name " + random.nextInt(1_000));
    ProjectDescription description = new ProjectDescription("About " + name.value());
    return any(
        List.of(
            new RenameProject(project, name),
            new DescribeProject(project, description),
            new RenameAndDescribeProject(project, name, description)));
  }

  private Command putAside(MoleculeId molecule) {
    return switch (random.nextInt(4)) {
      case 0 -> new ArchiveMolecule(molecule);
      case 1 -> new RestoreMolecule(molecule);
      case 2 -> revise(molecule);
      default -> edit(molecule);
    };
  }

  private Command edit(MoleculeId molecule) {
    String key = "key-" + random.nextInt(5);
    Map<String, Annotation> annotation =
        Map.of(key, new Annotation.Quantity(BigDecimal.valueOf(random.nextInt(3))));
    return switch (random.nextInt(4)) {
      case 0 -> new AnnotateMolecule(molecule, annotation);
      case 1 -> new RemoveAnnotation(molecule, key);
      case 2 -> new EditMolecule(molecule, Optional.empty(), annotation, Set.of("key-5"));
      default -> rename(molecule);
    };
  }

  private MemberRole anyRole() {
    return any(List.of(MemberRole.EDITOR, MemberRole.VIEWER));
  }

  private <T> T any(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}

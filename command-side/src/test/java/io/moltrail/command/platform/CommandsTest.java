package io.moltrail.command.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moltrail.command.platform.Structures.DuplicateStructures;
import io.moltrail.command.user.Someone;
import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.messages.Command;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.AnnotateMolecule;
import io.moltrail.messages.molecule.Annotation;
import io.moltrail.messages.molecule.ArchiveMolecule;
import io.moltrail.messages.molecule.EditMolecule;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.molecule.NewMolecule;
import io.moltrail.messages.molecule.RenameMolecule;
import io.moltrail.messages.molecule.RestoreMolecule;
import io.moltrail.messages.molecule.ReviseStructure;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.project.AddMember;
import io.moltrail.messages.project.AddMolecule;
import io.moltrail.messages.project.ArchiveProject;
import io.moltrail.messages.project.CreateProject;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectCode;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.RemoveMember;
import io.moltrail.messages.project.RenameAndDescribeProject;
import io.moltrail.messages.project.RenameProject;
import io.moltrail.messages.project.RestoreProject;
import io.moltrail.messages.project.Tautomers;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.RegisterUser;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.VerifyEmail;
import io.moltrail.web.problems.ServiceUnavailable;
import io.moltrail.web.settings.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Commands on a real database, alone and against each other. */
class CommandsTest {

  private static final Optional<MoleculeName> NAME = Optional.of(new MoleculeName("Alkane"));

  private static CommandSideUnderTest side;

  @BeforeAll
  static void start() {
    TestDatabase database = TestServices.get().freshDatabase();
    side =
        CommandSideUnderTest.on(
            new CommandDatabases(
                as(database, DatabaseRoles.COMMAND),
                Optional.of(as(database, DatabaseRoles.MIGRATOR))));
  }

  @AfterAll
  static void stop() {
    side.close();
  }

  @Test
  void of_many_who_add_one_structure_at_once_one_wins_and_the_others_are_told_who()
      throws Exception {
    UserId owner = verifiedUser();
    ProjectId project = project(owner, "ONE");
    List<NewMolecule> molecules =
        IntStream.range(0, 32).mapToObj(n -> molecule("ONE", n + 1, "CCO")).toList();

    List<Optional<MoleculeId>> winners =
        atOnce(
            molecules.stream()
                .<Callable<Optional<MoleculeId>>>map(
                    molecule ->
                        () -> {
                          try {
                            send(new AddMolecule(project, molecule), owner);
                            return Optional.of(molecule.moleculeId());
                          } catch (DuplicateStructures e) {
                            assertThat(e.duplicates()).containsOnlyKeys(molecule.moleculeId());
                            return Optional.empty();
                          }
                        })
                .toList());

    assertThat(winners.stream().flatMap(Optional::stream)).hasSize(1);
    assertThat(
            count(
                "select count(*) from log.event where type = 'molecule.added' and metadata is not"
                    + " null and aggregate_id = any (select holder::text from command.claim where"
                    + " scope = '"
                    + project
                    + "')"))
        .isEqualTo(1);
  }

  @Test
  void of_two_changes_on_one_version_the_second_is_stale() {
    UserId owner = verifiedUser();
    ProjectId project = project(owner, "TWO");
    CommandContext context = CommandContext.by(owner, "request-1").expecting(1);

    send(new AddMember(project, verifiedUser(), MemberRole.VIEWER), context);

    assertThatThrownBy(
            () -> send(new AddMember(project, verifiedUser(), MemberRole.VIEWER), context))
        .isInstanceOf(Refusal.StaleVersion.class);
  }

  @Test
  void members_added_at_once_are_all_there_and_the_versions_count_them() throws Exception {
    UserId owner = verifiedUser();
    ProjectId project = project(owner, "MANY");
    List<UserId> users = IntStream.range(0, 8).mapToObj(n -> verifiedUser()).toList();

    List<Long> versions =
        atOnce(
            users.stream()
                .<Callable<Long>>map(
                    user ->
                        () ->
                            send(new AddMember(project, user, MemberRole.VIEWER), owner)
                                .version(project)
                                .orElseThrow())
                .toList());

    assertThat(versions).containsExactlyInAnyOrder(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(
            count("select version from command.project_guard where project_id = '" + project + "'"))
        .isEqualTo(9);
  }

  @Test
  void a_code_is_unique_to_its_owner_and_to_nobody_else() {
    UserId owner = verifiedUser();
    project(owner, "CODE");
    project(verifiedUser(), "CODE");

    assertThatThrownBy(() -> project(owner, "CODE"))
        .isInstanceOfSatisfying(
            Refusal.Conflict.class, it -> assertThat(it.code()).isEqualTo("project-code-taken"));
  }

  @Test
  void the_newest_unverified_attempt_on_an_address_wins() {
    EmailAddress address = new EmailAddress(UUID.randomUUID() + "@moltrail.example");
    UserId first = unverifiedUser(address);
    UserId second = unverifiedUser(address);

    assertThatThrownBy(() -> verify(first))
        .isInstanceOfSatisfying(
            Refusal.Conflict.class, it -> assertThat(it.code()).isEqualTo("verification-outdated"));
    verify(second);
    assertThatThrownBy(() -> unverifiedUser(address)).isInstanceOf(Refusal.Conflict.class);
    assertThat(side.bean(Names.class).holderOf(address)).contains(second);
  }

  @Test
  void a_refused_command_leaves_nothing_behind() {
    UserId owner = verifiedUser();
    ProjectId project = project(owner, "NONE");
    long before =
        count("select count(*) from log.event") + count("select count(*) from command.claim");

    assertThatThrownBy(
            () -> send(new AddMolecule(project, molecule("NONE", 1, "CCC")), verifiedUser()))
        .isInstanceOf(Refusal.NotFound.class);

    assertThat(
            count("select count(*) from log.event") + count("select count(*) from command.claim"))
        .isEqualTo(before + 3); // the stranger's own registration: two events and a claim
  }

  @Test
  void what_fails_beside_the_events_takes_them_with_it() {
    UserId owner = verifiedUser();
    ProjectId project = project(owner, "BESIDE");
    CommandContext context =
        CommandContext.by(owner, "request-1")
            .with(
                () -> {
                  throw new IllegalStateException("beside");
                });

    assertThatThrownBy(() -> send(new AddMolecule(project, molecule("BESIDE", 1, "CCC")), context))
        .isInstanceOf(IllegalStateException.class);

    assertThat(count("select count(*) from command.claim where scope = '" + project + "'"))
        .isZero();
  }

  @Test
  void a_molecule_is_renamed_in_the_project_where_it_stands() {
    UserId owner = verifiedUser();
    ProjectId project = project(owner, "NAME");
    NewMolecule molecule = molecule("NAME", 1, "CCCC");
    send(new AddMolecule(project, molecule), owner);

    Receipt receipt = send(new RenameMolecule(molecule.moleculeId(), NAME), owner);

    assertThat(receipt.version(molecule.moleculeId())).contains(2L);
    assertThatThrownBy(() -> send(new RenameMolecule(molecule.moleculeId(), NAME), verifiedUser()))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> send(new RenameMolecule(new MoleculeId(Ids.next()), NAME), owner))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  void an_annotation_has_a_key_of_its_own_that_falls_with_the_project() {
    UserId owner = verifiedUser();
    ProjectId project = project(owner, "NOTES");
    NewMolecule molecule = molecule("NOTES", 1, "CCCCN");
    Annotation batch = new Annotation.Text("B-17");
    send(new AddMolecule(project, molecule), owner);

    Receipt receipt =
        send(new AnnotateMolecule(molecule.moleculeId(), Map.of("batch", batch)), owner);
    assertThat(receipt.version(molecule.moleculeId())).contains(2L);
    String again = "select count(*) from log.data_key where subject like 'text:%' and wrapped_by =";
    assertThat(count(again + " '" + project.subject() + "'")).isEqualTo(1);
    assertThat(send(new AnnotateMolecule(molecule.moleculeId(), Map.of("batch", batch)), owner))
        .satisfies(it -> assertThat(it.place()).isEmpty());

    receipt =
        send(
            new EditMolecule(
                molecule.moleculeId(), Optional.of(NAME), Map.of("lot", batch), Set.of("batch")),
            owner);
    assertThat(receipt.version(molecule.moleculeId())).contains(5L);
  }

  @Test
  void who_has_left_a_project_can_do_nothing_in_it_any_more() {
    UserId owner = verifiedUser();
    UserId editor = verifiedUser();
    ProjectId project = project(owner, "LEFT");
    send(new AddMember(project, editor, MemberRole.EDITOR), owner);
    send(new AddMolecule(project, molecule("LEFT", 1, "CCO")), editor);

    Receipt receipt = send(new RemoveMember(project, editor), editor);

    assertThat(receipt.version(project)).contains(3L);
    assertThat(side.bean(Rights.class).roleIn(project, editor)).isEmpty();
    assertThat(side.bean(Rights.class).roleIn(project, owner)).contains(MemberRole.OWNER);
    assertThatThrownBy(() -> send(new AddMolecule(project, molecule("LEFT", 2, "CCN")), editor))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  void an_archived_projects_guard_says_so_until_it_is_restored() {
    UserId owner = verifiedUser();
    ProjectId project = project(owner, "ARCHIVE");
    NewMolecule molecule = molecule("ARCHIVE", 1, "CCO");
    RenameMolecule renaming = new RenameMolecule(molecule.moleculeId(), NAME);
    send(new AddMolecule(project, molecule), owner);

    send(new ArchiveProject(project), owner);
    assertThat(send(new ArchiveProject(project), owner).place()).isEmpty();

    assertThat(guard(project).archived()).isTrue();
    assertThat(guard(project).version()).isEqualTo(2);
    assertThatThrownBy(() -> send(renaming, owner))
        .isInstanceOfSatisfying(
            Refusal.Conflict.class, it -> assertThat(it.code()).isEqualTo("project-archived"));

    send(new RestoreProject(project), owner);

    assertThat(guard(project).archived()).isFalse();
    assertThat(send(renaming, owner).version(molecule.moleculeId())).contains(2L);
  }

  @Test
  void a_name_and_a_description_come_in_one_transaction_and_move_the_version_by_two() {
    UserId owner = verifiedUser();
    ProjectId project = project(owner, "NAMED");
    RenameAndDescribeProject command =
        new RenameAndDescribeProject(
            project, new ProjectName("Named"), new ProjectDescription("And described"));
    CommandContext context = CommandContext.by(owner, "request-1").expecting(1);

    assertThat(send(command, context).version(project)).contains(3L);

    assertThat(guard(project).version()).isEqualTo(3);
    assertThat(
            count(
                "select count(distinct transaction_id) from log.event where sequence_number > 0"
                    + " and aggregate_id = '"
                    + project
                    + "'"))
        .isEqualTo(1);
    assertThatThrownBy(() -> send(command, context)).isInstanceOf(Refusal.StaleVersion.class);
  }

  @Test
  void who_stands_against_an_archived_molecule_is_told_that_it_is_until_it_is_restored() {
    UserId owner = verifiedUser();
    ProjectId project = project(owner, "ASIDE");
    NewMolecule first = molecule("ASIDE", 1, "CCO");
    NewMolecule other = molecule("ASIDE", 2, "CCN");
    send(new AddMolecule(project, first), owner);
    send(new AddMolecule(project, other), owner);

    send(new ArchiveMolecule(first.moleculeId()), owner);
    assertThat(send(new ArchiveMolecule(first.moleculeId()), owner).place()).isEmpty();

    assertThat(existing(project, molecule("ASIDE", 3, "CCO"), owner))
        .isEqualTo(new Structures.Existing(first.moleculeId(), "ASIDE-000001", true));
    assertThat(existing(project, molecule("ASIDE", 3, "CCN"), owner).archived()).isFalse();

    Receipt restored = send(new RestoreMolecule(first.moleculeId()), owner);

    assertThat(restored.version(first.moleculeId())).contains(3L);
    assertThat(existing(project, molecule("ASIDE", 3, "CCO"), owner).archived()).isFalse();
  }

  @Test
  void a_revised_molecule_keeps_its_number_lets_go_of_its_structure_and_holds_the_new_one() {
    UserId owner = verifiedUser();
    ProjectId project = project(owner, "REVISE");
    NewMolecule first = molecule("REVISE", 1, "CCO");
    NewMolecule other = molecule("REVISE", 2, "CCN");
    send(new AddMolecule(project, first), owner);
    send(new AddMolecule(project, other), owner);

    Receipt revised = send(revision(first, Someone.structure("CCC")), owner);

    assertThat(revised.version(first.moleculeId())).contains(2L);
    assertThat(existing(project, molecule("REVISE", 3, "CCC"), owner))
        .isEqualTo(new Structures.Existing(first.moleculeId(), "REVISE-000001", false));
    send(new AddMolecule(project, molecule("REVISE", 3, "CCO")), owner);
    assertThatThrownBy(() -> send(revision(first, Someone.structure("CCN")), owner))
        .isInstanceOfSatisfying(
            DuplicateStructures.class,
            it ->
                assertThat(it.duplicates())
                    .containsEntry(
                        first.moleculeId(),
                        new Structures.Existing(other.moleculeId(), "REVISE-000002", false)));
  }

  @Test
  void a_new_spelling_holds_the_structure_that_the_molecule_held_before() {
    UserId owner = verifiedUser();
    ProjectId project = project(owner, "SPELL");
    NewMolecule molecule = molecule("SPELL", 1, "CCO");
    send(new AddMolecule(project, molecule), owner);

    assertThat(
            send(revision(molecule, Someone.spelled("OCC", "CCO")), owner)
                .version(molecule.moleculeId()))
        .contains(2L);
    assertThat(send(revision(molecule, Someone.spelled("OCC", "CCO")), owner).place()).isEmpty();
    assertThat(existing(project, molecule("SPELL", 2, "CCO"), owner).id())
        .isEqualTo(molecule.moleculeId());
  }

  @Test
  void of_many_who_archive_one_molecule_at_once_one_does_and_for_the_others_it_is_done()
      throws Exception {
    UserId owner = verifiedUser();
    ProjectId project = project(owner, "ONCE");
    NewMolecule molecule = molecule("ONCE", 1, "CCO");
    send(new AddMolecule(project, molecule), owner);

    List<Boolean> appended =
        atOnce(
            IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(
                    n ->
                        () ->
                            send(new ArchiveMolecule(molecule.moleculeId()), owner)
                                .place()
                                .isPresent())
                .toList());

    assertThat(appended).containsOnlyOnce(true).hasSize(8);
  }

  @Test
  void where_everything_was_erased_nothing_is_written_any_more() {
    UserId owner = verifiedUser();
    ProjectId project = project(owner, "GONE");
    NewMolecule molecule = molecule("GONE", 1, "CCCCCC");
    send(new AddMolecule(project, molecule), owner);
    side.bean(DataKeys.class).destroy(project.subject());
    long before = count("select count(*) from log.event");

    List<Command> commands =
        List.of(
            new RenameMolecule(molecule.moleculeId(), NAME),
            revision(molecule, Someone.structure("CCCCCCCCC")),
            new AnnotateMolecule(molecule.moleculeId(), Map.of("a", new Annotation.Flag(true))),
            new RenameProject(project, new ProjectName("Gone")),
            new AddMolecule(project, molecule("GONE", 2, "CCCCCCC")));

    for (Command command : commands) {
      assertThatThrownBy(() -> send(command, owner)).isInstanceOf(Refusal.Erased.class);
    }
    assertThat(count("select count(*) from log.event")).isEqualTo(before);
  }

  /** After the role's lock_timeout: neither a bug nor a reason to keep what was reserved. */
  @Test
  void a_command_that_waits_too_long_for_its_turn_may_be_sent_again() {
    UserId owner = verifiedUser();
    ProjectId project = project(owner, "WAIT");
    AddMolecule command = new AddMolecule(project, molecule("WAIT", 1, "CCCCCCCC"));

    new TransactionTemplate(new JdbcTransactionManager(side.dataSource()))
        .executeWithoutResult(
            status -> {
              JdbcClient.create(side.dataSource())
                  .sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                  .param(project.subject())
                  .query((row, n) -> "locked")
                  .single();
              assertThatThrownBy(
                      () -> CompletableFuture.runAsync(() -> send(command, owner)).join())
                  .hasCauseInstanceOf(ServiceUnavailable.class);
            });

    assertThat(send(command, owner).version(project)).isEmpty();
  }

  @Test
  void locks_and_reads_take_no_transaction_id() {
    UserId owner = verifiedUser();
    ProjectId project = project(owner, "XACT");
    JdbcClient jdbc = JdbcClient.create(side.dataSource());
    CommandPipeline pipeline =
        new CommandPipeline(
            new CommandLocks(jdbc, side.bean(Names.class), side.bean(Structures.class)),
            side.bean(Rights.class),
            side.bean(Guards.class));
    AddMolecule command = new AddMolecule(project, molecule("XACT", 1, "CCCCC"));

    String assigned =
        new TransactionTemplate(new JdbcTransactionManager(side.dataSource()))
            .execute(
                status -> {
                  UnitOfWork<CommandMessage<?>> unit =
                      DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>(command));
                  try {
                    return ScopedValue.where(
                            Commands.CONTEXT, CommandContext.by(owner, "request-1"))
                        .call(
                            () ->
                                (String)
                                    pipeline.handle(
                                        unit,
                                        () ->
                                            jdbc.sql(
                                                    "select"
                                                        + " coalesce(pg_current_xact_id_if_assigned()::text,"
                                                        + " 'none')")
                                                .query(String.class)
                                                .single()));
                  } catch (Exception e) {
                    throw new AssertionError(e);
                  } finally {
                    unit.rollback();
                  }
                });

    assertThat(assigned).isEqualTo("none");
  }

  @Test
  void a_changed_index_key_is_noticed() {
    Names other = new Names(JdbcClient.create(side.dataSource()), "another key".getBytes(UTF_8));

    assertThatThrownBy(other::requireOwnIndex)
        .isInstanceOf(UnfitToStartException.class)
        .hasMessageContaining("EMAIL_INDEX_KEY");
  }

  private static Structures.Existing existing(ProjectId project, NewMolecule again, UserId editor) {
    List<Structures.Existing> told = new ArrayList<>();
    assertThatThrownBy(() -> send(new AddMolecule(project, again), editor))
        .isInstanceOfSatisfying(
            DuplicateStructures.class, it -> told.addAll(it.duplicates().values()));
    return told.getFirst();
  }

  private static ReviseStructure revision(NewMolecule molecule, StructureFacts structure) {
    return new ReviseStructure(molecule.moleculeId(), structure);
  }

  private static UserId verifiedUser() {
    UserId user = unverifiedUser(new EmailAddress(UUID.randomUUID() + "@moltrail.example"));
    verify(user);
    return user;
  }

  private static UserId unverifiedUser(EmailAddress address) {
    UserId user = new UserId(Ids.next());
    side.commands()
        .send(
            new RegisterUser(
                user,
                address,
                new DisplayName("Somebody"),
                Tier.FREE,
                Set.of(SystemRole.USER),
                false),
            CommandContext.by(new Author.Anonymous(), "request-1"));
    return user;
  }

  private static void verify(UserId user) {
    side.commands()
        .send(new VerifyEmail(user), CommandContext.by(new Author.Anonymous(), "request-1"));
  }

  private static ProjectId project(UserId owner, String code) {
    ProjectId project = new ProjectId(Ids.next());
    send(
        new CreateProject(
            project,
            new ProjectName("Project"),
            new ProjectCode(code),
            ProjectDescription.NONE,
            false,
            Tautomers.SAME),
        owner);
    return project;
  }

  private static NewMolecule molecule(String code, long number, String smiles) {
    return new NewMolecule(
        new MoleculeId(Ids.next()),
        MoleculeNumber.of(new ProjectCode(code), number),
        Someone.structure(smiles),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  private static Receipt send(Command command, UserId user) {
    return send(command, CommandContext.by(user, "request-1"));
  }

  private static Receipt send(Command command, CommandContext context) {
    return side.commands().send(command, context);
  }

  private static Guards.Guard guard(ProjectId project) {
    return side.bean(Guards.class).find(project).orElseThrow();
  }

  private static long count(String sql) {
    return JdbcClient.create(side.dataSource()).sql(sql).query(Long.class).single();
  }

  private static Database as(TestDatabase database, String role) {
    return new Database(database.jdbcUrl(), role, TestDatabase.passwordOf(role));
  }

  private static <T> List<T> atOnce(List<Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    try (ExecutorService executor = Executors.newFixedThreadPool(tasks.size())) {
      List<T> results = new ArrayList<>();
      for (Future<T> future : executor.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    }
  }
}

package io.moltrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.command.molecule.DrawnNumbers;
import io.moltrail.command.platform.Structures.DuplicateStructures;
import io.moltrail.command.user.Someone;
import io.moltrail.messages.Command;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.molecule.MoveMolecule;
import io.moltrail.messages.molecule.NewMolecule;
import io.moltrail.messages.molecule.ReviseStructure;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.project.AddMember;
import io.moltrail.messages.project.AddMolecule;
import io.moltrail.messages.project.AddMolecules;
import io.moltrail.messages.project.ArchiveProject;
import io.moltrail.messages.project.CreateProject;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectCode;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.RemoveMember;
import io.moltrail.messages.project.Tautomers;
import io.moltrail.messages.project.TransferOwnership;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.RegisterUser;
import io.moltrail.messages.user.RevokeRole;
import io.moltrail.messages.user.SuspendUser;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.VerifyEmail;
import io.moltrail.web.problems.Unauthenticated;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands that want the same thing, all at once, from two nodes. */
class RacesTest {

  private static final int AT_ONCE = 32;

  /** Ten more under -Pfull: {@link MoreRacesTest}. */
  private static final int ROUNDS = 10;

  private static final int FEWER_ROUNDS = 4;
  private static final int FREE_PROJECTS = 5;
  private static final long SEED = Long.getLong("moltrail.seed", System.nanoTime());
  private static final Random RANDOM = new Random(SEED);

  private static TwoNodes moltrail;
  private static ExecutorService clients;

  @BeforeAll
  static void start() {
    System.out.println("Races: seed " + SEED);
    moltrail = new TwoNodes();
    clients = Executors.newFixedThreadPool(AT_ONCE);
  }

  @AfterAll
  static void stop() throws Exception {
    RebuiltComparison after = moltrail.check().compare();
    long deadlocks =
        moltrail
            .superuser()
            .sql("select deadlocks from pg_stat_database where datname = current_database()")
            .query(Long.class)
            .single();
    System.out.println("Races: " + deadlocks + " deadlocks, all retried; then " + after);
    clients.shutdown();
    moltrail.close();
    assertThat(after.equal()).isTrue();
  }

  @RepeatedTest(ROUNDS)
  void of_many_who_want_one_address_one_has_it_verified() throws Exception {
    EmailAddress address = new EmailAddress(UUID.randomUUID() + "@moltrail.example");

    List<String> outcomes =
        race(
            n -> {
              UserId user = new UserId(Ids.next());
              Command registration =
                  new RegisterUser(
                      user,
                      address,
                      new DisplayName("N"),
                      Tier.FREE,
                      Set.of(SystemRole.USER),
                      false);
              String registered = send(n, registration, new Author.Anonymous());
              return registered.equals("accepted")
                  ? send(n, new VerifyEmail(user), new Author.Anonymous())
                  : registered;
            });

    assertThat(outcomes).containsOnlyOnce("accepted");
    assertThat(Set.copyOf(outcomes)).isSubsetOf("accepted", "email-taken", "verification-outdated");
  }

  @RepeatedTest(ROUNDS)
  void of_many_projects_with_one_code_one_is_created() throws Exception {
    UserId owner = user();

    List<String> outcomes = race(n -> send(n, creation("ONE"), new Author.User(owner)));

    assertThat(outcomes).containsOnlyOnce("accepted");
    assertThat(Collections.frequency(outcomes, "project-code-taken")).isEqualTo(AT_ONCE - 1);
  }

  @RepeatedTest(ROUNDS)
  void of_many_projects_created_at_once_as_many_are_as_the_tier_allows() throws Exception {
    UserId owner = user(Tier.FREE, Set.of(SystemRole.USER));

    List<String> outcomes = race(n -> send(n, creation("MANY" + n), new Author.User(owner)));

    assertThat(Collections.frequency(outcomes, "accepted")).isEqualTo(FREE_PROJECTS);
    assertThat(Collections.frequency(outcomes, "quota-exceeded"))
        .isEqualTo(AT_ONCE - FREE_PROJECTS);
  }

  @RepeatedTest(FEWER_ROUNDS)
  void nobody_owns_more_by_creating_and_being_given_projects_at_once() throws Exception {
    UserId popular = user(Tier.FREE, Set.of(SystemRole.USER));
    List<UserId> givers = Stream.generate(RacesTest::user).limit(AT_ONCE).toList();
    List<ProjectId> gifts =
        IntStream.range(0, AT_ONCE)
            .mapToObj(n -> gift("GIFT" + n, givers.get(n), popular))
            .toList();

    List<String> outcomes =
        race(
            n ->
                n % 2 == 0
                    ? send(n, creation("OWN" + n), new Author.User(popular))
                    : send(
                        n,
                        new TransferOwnership(gifts.get(n), popular),
                        new Author.User(givers.get(n))));

    assertThat(Collections.frequency(outcomes, "accepted")).isEqualTo(FREE_PROJECTS);
    assertThat(Collections.frequency(outcomes, "quota-exceeded"))
        .isEqualTo(AT_ONCE - FREE_PROJECTS);
    assertThat(owned(popular)).isEqualTo(FREE_PROJECTS);
  }

  @RepeatedTest(FEWER_ROUNDS)
  void a_project_that_many_are_given_at_once_has_one_owner() throws Exception {
    UserId owner = user();
    List<UserId> members = Stream.generate(RacesTest::user).limit(AT_ONCE).toList();
    ProjectId project = project(owner);
    members.forEach(
        it -> send(0, new AddMember(project, it, MemberRole.VIEWER), new Author.User(owner)));

    List<String> outcomes =
        race(n -> send(n, new TransferOwnership(project, members.get(n)), new Author.User(owner)));

    assertThat(outcomes).containsOnlyOnce("accepted");
    assertThat(Collections.frequency(outcomes, "forbidden")).isEqualTo(AT_ONCE - 1);
    assertThat(owned(members.get(outcomes.indexOf("accepted")))).isEqualTo(1);
    assertThat(owned(owner)).isZero();
  }

  @RepeatedTest(FEWER_ROUNDS)
  void a_code_is_never_used_twice_by_one_owner_nor_kept_by_who_gave_it_away() throws Exception {
    UserId giver = user();
    UserId popular = user();
    ProjectId gift = gift("RACE", giver, popular);

    List<String> outcomes =
        race(
            n ->
                switch (n % 3) {
                  case 0 -> send(n, new TransferOwnership(gift, popular), new Author.User(giver));
                  case 1 -> send(n, creation("RACE"), new Author.User(popular));
                  default -> send(n, creation("RACE"), new Author.User(giver));
                });

    assertThat(Set.copyOf(outcomes)).isSubsetOf("accepted", "project-code-taken", "forbidden");
    assertThat(owned(popular)).isEqualTo(1);
    assertThat(owned(giver)).isLessThanOrEqualTo(1);
  }

  @RepeatedTest(ROUNDS)
  void of_many_who_add_one_structure_one_adds_it() throws Exception {
    UserId owner = user();
    ProjectId project = project(owner);

    List<String> outcomes =
        race(n -> send(n, addition(project, n, "the same"), new Author.User(owner)));

    assertThat(outcomes).containsOnlyOnce("accepted");
    assertThat(Collections.frequency(outcomes, "duplicate-structure")).isEqualTo(AT_ONCE - 1);
  }

  @RepeatedTest(ROUNDS)
  void of_many_molecules_that_are_revised_to_one_structure_one_has_it() throws Exception {
    UserId owner = user();
    ProjectId project = project(owner);
    List<NewMolecule> molecules = molecules("former");
    send(0, new AddMolecules(project, molecules), new Author.User(owner));

    List<String> outcomes =
        race(
            n -> {
              MoleculeId molecule = molecules.get(n).moleculeId();
              ReviseStructure revision =
                  new ReviseStructure(molecule, Someone.structure("the same"));
              return send(n, revision, new Author.User(owner));
            });

    assertThat(outcomes).containsOnlyOnce("accepted");
    assertThat(Collections.frequency(outcomes, "duplicate-structure")).isEqualTo(AT_ONCE - 1);
  }

  /** Each wants what another lets go of: whoever comes too early is told that it is taken. */
  @RepeatedTest(ROUNDS)
  void while_structures_change_hands_no_two_molecules_have_one() throws Exception {
    UserId owner = user();
    ProjectId project = project(owner);
    List<NewMolecule> molecules = molecules("structure");
    send(0, new AddMolecules(project, molecules), new Author.User(owner));

    List<String> outcomes =
        race(
            n -> {
              MoleculeId molecule = molecules.get(n).moleculeId();
              StructureFacts wanted =
                  n == 0 ? Someone.structure("free") : Someone.structure("structure " + (n - 1));
              return send(n, new ReviseStructure(molecule, wanted), new Author.User(owner));
            });

    assertThat(outcomes.getFirst()).isEqualTo("accepted");
    assertThat(Set.copyOf(outcomes)).isSubsetOf("accepted", "duplicate-structure");
  }

  /** Several have one structure, each in a project of its own, and all want into one. */
  @RepeatedTest(ROUNDS)
  void of_many_with_one_structure_that_are_moved_into_one_project_one_comes_in() throws Exception {
    UserId owner = user();
    ProjectId goal = project(owner, "GOAL");
    List<MoleculeId> molecules = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      AddMolecule addition = addition(project(owner, "FROM" + n), 0, "the same");
      send(n, addition, new Author.User(owner));
      molecules.add(addition.molecule().moleculeId());
    }

    List<String> outcomes =
        race(n -> send(n, move(molecules.get(n % 4), goal, n), new Author.User(owner)));

    assertThat(Set.copyOf(outcomes)).containsExactlyInAnyOrder("accepted", "duplicate-structure");
    assertThat(holders(goal)).hasSize(1);
    assertThat(molecules).containsAll(holders(goal));
  }

  @RepeatedTest(ROUNDS)
  void nothing_that_is_moved_comes_in_after_the_archiving() throws Exception {
    UserId owner = user();
    ProjectId from = project(owner, "FROM");
    ProjectId goal = project(owner, "GOAL");
    List<NewMolecule> molecules = molecules("structure");
    send(0, new AddMolecules(from, molecules), new Author.User(owner));

    List<String> outcomes =
        against(
            () -> send(1, new ArchiveProject(goal), new Author.User(owner)),
            n -> send(n, move(molecules.get(n).moleculeId(), goal, n), new Author.User(owner)));

    assertThat(Set.copyOf(outcomes)).isSubsetOf("accepted", "project-archived");
    assertOnlyBefore("molecule.moved", "project.archived", goal, outcomes);
  }

  @RepeatedTest(ROUNDS)
  void nothing_that_a_member_adds_stands_after_their_removal() throws Exception {
    UserId owner = user();
    UserId editor = user();
    ProjectId project = project(owner);
    send(0, new AddMember(project, editor, MemberRole.EDITOR), new Author.User(owner));

    List<String> outcomes =
        against(
            () -> send(1, new RemoveMember(project, editor), new Author.User(owner)),
            n -> send(n, addition(project, n, "structure " + n), new Author.User(editor)));

    assertThat(Set.copyOf(outcomes)).isSubsetOf("accepted", "not-found");
    assertAddedOnlyBefore("project.member-removed", project, outcomes);
  }

  @RepeatedTest(ROUNDS)
  void nothing_that_is_added_stands_after_the_archiving() throws Exception {
    UserId owner = user();
    ProjectId project = project(owner);

    List<String> outcomes =
        against(
            () -> send(1, new ArchiveProject(project), new Author.User(owner)),
            n -> send(n, addition(project, n, "structure " + n), new Author.User(owner)));

    assertThat(Set.copyOf(outcomes)).isSubsetOf("accepted", "project-archived");
    assertAddedOnlyBefore("project.archived", project, outcomes);
  }

  @RepeatedTest(ROUNDS)
  void of_administrators_who_suspend_each_other_one_remains() throws Exception {
    List<UserId> administrators = Stream.generate(RacesTest::administrator).limit(3).toList();

    race(
        n -> {
          UserId one = administrators.get(n % 3);
          UserId next = administrators.get((n + 1) % 3);
          return send(n, new SuspendUser(next), new Author.User(one));
        });

    Rights rights = moltrail.node(0).bean(Rights.class);
    assertThat(administrators.stream().filter(rights::active)).isNotEmpty();
  }

  /** And some are suspended meanwhile. */
  @RepeatedTest(ROUNDS)
  void of_administrators_who_take_the_role_from_each_other_one_remains() throws Exception {
    List<UserId> administrators = Stream.generate(RacesTest::administrator).limit(3).toList();

    List<String> outcomes =
        race(
            n -> {
              UserId one = administrators.get(n % 3);
              UserId next = administrators.get((n + 1) % 3);
              Command taking =
                  n % 4 == 3 ? new SuspendUser(next) : new RevokeRole(next, SystemRole.ADMIN);
              return send(n, taking, new Author.User(one));
            });

    Rights rights = moltrail.node(0).bean(Rights.class);
    assertThat(Set.copyOf(outcomes)).isSubsetOf("accepted", "forbidden", "unauthenticated");
    assertThat(administrators.stream().flatMap(it -> rights.find(it).stream()))
        .anyMatch(it -> it.has(SystemRole.ADMIN) && !it.suspended());
  }

  @RepeatedTest(ROUNDS)
  void nothing_that_a_user_adds_stands_after_their_suspension() throws Exception {
    UserId administrator = administrator();
    UserId owner = user();
    ProjectId project = project(owner);

    List<String> outcomes =
        against(
            () -> send(1, new SuspendUser(owner), new Author.User(administrator)),
            n -> send(n, addition(project, n, "structure " + n), new Author.User(owner)));

    assertThat(Set.copyOf(outcomes)).isSubsetOf("accepted", "unauthenticated");
    assertAddedOnlyBefore("user.suspended", project, outcomes);
  }

  /**
   * The order of the log is the order of decisions: all that was accepted stands before the end.
   */
  private static void assertAddedOnlyBefore(String end, ProjectId project, List<String> outcomes) {
    assertOnlyBefore("molecule.added", end, project, outcomes);
  }

  private static void assertOnlyBefore(
      String what, String end, ProjectId project, List<String> outcomes) {
    List<String> inOrder =
        moltrail
            .superuser()
            .sql(
                """
                select type from log.event where aggregate_id = :project
                  or aggregate_id in (select user_id::text from command.membership
                    where project_id::text = :project and role = 'OWNER')
                  or aggregate_id in (select holder::text from command.claim
                    where kind = 'structure' and scope = :project)
                order by log_epoch, transaction_id, global_index
                """)
            .param("project", project.toString())
            .query(String.class)
            .list();
    assertThat(inOrder).last().isEqualTo(end);
    assertThat(Collections.frequency(inOrder, what))
        .isEqualTo(Collections.frequency(outcomes, "accepted") - 1);
  }

  /** One client does something else than the others, at a place drawn anew for each round. */
  private static List<String> against(Supplier<String> one, IntFunction<String> others)
      throws Exception {
    int place = RANDOM.nextInt(AT_ONCE);
    List<String> outcomes = race(n -> n == place ? one.get() : others.apply(n));
    assertThat(outcomes.get(place)).isEqualTo("accepted");
    return outcomes;
  }

  private static List<String> race(IntFunction<String> client) throws Exception {
    CyclicBarrier start = new CyclicBarrier(AT_ONCE);
    List<Future<String>> racing =
        IntStream.range(0, AT_ONCE)
            .mapToObj(
                n ->
                    clients.submit(
                        () -> {
                          start.await();
                          return client.apply(n);
                        }))
            .toList();
    List<String> outcomes = new ArrayList<>();
    for (Future<String> racer : racing) {
      outcomes.add(racer.get());
    }
    return outcomes;
  }

  /** Whatever is neither accepted nor refused comes out as the exception that it is. */
  private static String send(int node, Command command, Author author) {
    try {
      moltrail.node(node).commands().send(command, CommandContext.by(author, "race"));
      return "accepted";
    } catch (Refusal e) {
      return e.code();
    } catch (Unauthenticated e) {
      return e.code();
    } catch (DuplicateStructures e) {
      return "duplicate-structure";
    }
  }

  private static UserId user() {
    return user(Tier.ENTERPRISE, Set.of(SystemRole.USER));
  }

  private static UserId administrator() {
    return user(Tier.ENTERPRISE, Set.of(SystemRole.USER, SystemRole.ADMIN));
  }

  private static UserId user(Tier tier, Set<SystemRole> roles) {
    UserId user = new UserId(Ids.next());
    RegisterUser registration =
        new RegisterUser(
            user,
            new EmailAddress(UUID.randomUUID() + "@moltrail.example"),
            new DisplayName("Somebody"),
            tier,
            roles,
            true);
    assertThat(send(0, registration, new Author.Installation())).isEqualTo("accepted");
    return user;
  }

  private static ProjectId project(UserId owner) {
    return project(owner, "RACE");
  }

  private static ProjectId project(UserId owner, String code) {
    CreateProject creation = creation(code);
    assertThat(send(0, creation, new Author.User(owner))).isEqualTo("accepted");
    new DrawnNumbers(JdbcClient.create(moltrail.node(0).dataSource()))
        .draw(creation.projectId(), AT_ONCE);
    return creation.projectId();
  }

  /** A project that its owner may give to a member of it. */
  private static ProjectId gift(String code, UserId owner, UserId member) {
    CreateProject creation = creation(code);
    Command addition = new AddMember(creation.projectId(), member, MemberRole.VIEWER);
    assertThat(send(0, creation, new Author.User(owner))).isEqualTo("accepted");
    assertThat(send(0, addition, new Author.User(owner))).isEqualTo("accepted");
    return creation.projectId();
  }

  private static long owned(UserId user) {
    return moltrail
        .superuser()
        .sql("select count(*) from command.membership where user_id = ? and role = 'OWNER'")
        .param(user.value())
        .query(Long.class)
        .single();
  }

  private static CreateProject creation(String code) {
    return new CreateProject(
        new ProjectId(Ids.next()),
        new ProjectName("Project"),
        new ProjectCode(code),
        ProjectDescription.NONE,
        false,
        Tautomers.SAME);
  }

  private static List<MoleculeId> holders(ProjectId project) {
    return moltrail
        .superuser()
        .sql("select holder from command.claim where kind = 'structure' and scope = ?")
        .param(project.toString())
        .query((row, n) -> new MoleculeId(row.getObject(1, UUID.class)))
        .list();
  }

  private static MoveMolecule move(MoleculeId molecule, ProjectId goal, int number) {
    return new MoveMolecule(
        molecule, goal, MoleculeNumber.of(new ProjectCode("GOAL"), number + 1), Optional.empty());
  }

  private static AddMolecule addition(ProjectId project, int number, String structure) {
    return new AddMolecule(project, molecule(number, structure));
  }

  /** One for each client, each of another structure. */
  private static List<NewMolecule> molecules(String kind) {
    return IntStream.range(0, AT_ONCE).mapToObj(n -> molecule(n, kind + " " + n)).toList();
  }

  private static NewMolecule molecule(int number, String structure) {
    return new NewMolecule(
        new MoleculeId(Ids.next()),
        MoleculeNumber.of(new ProjectCode("RACE"), number + 1),
        Someone.structure(structure),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }
}

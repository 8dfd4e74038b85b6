package io.moltrail.command.molecule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moltrail.chemistry.Chemistry;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.CommandSideUnderTest;
import io.moltrail.command.platform.Guards;
import io.moltrail.command.platform.Guards.Guard;
import io.moltrail.command.platform.Ids;
import io.moltrail.command.platform.Receipt;
import io.moltrail.command.platform.Streams;
import io.moltrail.command.platform.Structures;
import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.project.CreateProject;
import io.moltrail.messages.project.ProjectCode;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.Tautomers;
import io.moltrail.messages.user.UserId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves with their chemistry, numbers and places, on a real database. */
class MovesTest {

  private static final String PYRIDONE = "O=c1cccc[nH]1";
  private static final String HYDROXYPYRIDINE = "Oc1ccccn1";

  private static CommandSideUnderTest side;
  private static Chemistry chemistry;
  private static MoleculeRegistration registration;
  private static KnownMolecules molecules;
  private static Moves moves;

  private final UserId owner = side.verifiedUser();

  @BeforeAll
  static void start() {
    side = CommandSideUnderTest.onFreshDatabase();
    chemistry = new Chemistry(1, 16, Duration.ofSeconds(10));
    StructureDesk desk = new StructureDesk(chemistry);
    Structures structures = side.bean(Structures.class);
    Numbers numbers = new Numbers(JdbcClient.create(side.dataSource()));
    molecules = new KnownMolecules(side.bean(Streams.class));
    registration = new MoleculeRegistration(desk, structures, numbers, side.commands());
    moves = new Moves(desk, structures, numbers, molecules, side.commands());
  }

  @AfterAll
  static void stop() {
    chemistry.close();
    side.close();
  }

  @Test
  void a_place_is_taken_in_the_one_project_and_free_in_the_other_and_the_number_is_new() {
    ProjectId from = project("FROM", Tautomers.SAME);
    ProjectId to = project("TO", Tautomers.SAME);
    add(to, "CCN");
    MoleculeId molecule = add(from, "CCO");

    Receipt receipt = move(molecule, from, to);

    assertThat(receipt.version(molecule)).contains(2L);
    assertThat(molecules.at(molecule, 2).number().value()).isEqualTo("TO-000002");
    assertThat(molecules.at(molecule, 1).number().value()).isEqualTo("FROM-000001");
    assertThat(places(from)).isZero();
    assertThat(places(to)).isEqualTo(2);
    assertThat(molecules.at(add(from, "CCO"), 1).number().value()).isEqualTo("FROM-000002");
  }

  @Test
  void what_the_other_project_has_does_not_come_and_takes_no_place() {
    ProjectId from = project("FROM", Tautomers.SAME);
    ProjectId to = project("TO", Tautomers.SAME);
    MoleculeId there = add(to, "OCC");
    MoleculeId molecule = add(from, "CCO");

    assertThatThrownBy(() -> move(molecule, from, to))
        .isInstanceOfSatisfying(
            Refusal.Conflict.class,
            it ->
                assertThat(it.facts().get("existing"))
                    .asString()
                    .contains(there.toString(), "TO-000001"));

    assertThat(places(from)).isEqualTo(1);
    assertThat(places(to)).isEqualTo(1);
  }

  @Test
  void a_full_project_takes_no_molecule() {
    ProjectId from = project("FROM", Tautomers.SAME);
    ProjectId to = project("TO", Tautomers.SAME);
    MoleculeId molecule = add(from, "CCO");
    JdbcClient.create(side.dataSource())
        .sql("update command.project_counter set reserved = 10000 where project_id = ?")
        .param(to.value())
        .update();

    assertThatThrownBy(() -> move(molecule, from, to))
        .isInstanceOfSatisfying(
            Refusal.Conflict.class, it -> assertThat(it.code()).isEqualTo("quota-exceeded"));

    assertThat(molecules.at(molecule, 2).project()).isEqualTo(from);
    assertThat(places(from)).isEqualTo(1);
  }

  @Test
  void where_it_stands_already_it_takes_no_second_place() {
    ProjectId project = project("HERE", Tautomers.SAME);
    MoleculeId molecule = add(project, "CCO");

    assertThat(move(molecule, project, project).place()).isEmpty();
    assertThat(places(project)).isEqualTo(1);
  }

  @Test
  void each_project_tells_tautomers_apart_by_its_own_rule() {
    ProjectId same = project("SAME", Tautomers.SAME);
    ProjectId distinct = project("APART", Tautomers.DISTINCT);
    add(distinct, PYRIDONE);
    MoleculeId hydroxypyridine = add(same, HYDROXYPYRIDINE);

    move(hydroxypyridine, same, distinct);
    add(same, PYRIDONE);

    assertThat(molecules.at(hydroxypyridine, 2).project()).isEqualTo(distinct);
    CommandContext back = context(2);
    assertThatThrownBy(() -> moves.move(hydroxypyridine, guard(distinct), guard(same), back))
        .isInstanceOfSatisfying(
            Refusal.Conflict.class, it -> assertThat(it.code()).isEqualTo("duplicate-structure"));
  }

  @Test
  void what_was_moved_outlives_the_project_that_it_left() {
    ProjectId from = project("FROM", Tautomers.SAME);
    ProjectId to = project("TO", Tautomers.SAME);
    MoleculeId molecule = add(from, "CCO");
    MoleculeId staying = add(from, "CCC");
    move(molecule, from, to);

    side.bean(DataKeys.class).destroy(from.subject());

    assertThat(molecules.at(molecule, 1).contents().structure().kept()).isEmpty();
    assertThat(molecules.at(molecule, 2).contents().structure().kept()).isPresent();
    assertThatThrownBy(() -> move(staying, from, to)).isInstanceOf(Refusal.Erased.class);
    assertThat(places(to)).isEqualTo(1);
  }

  @Test
  void who_has_read_another_version_or_place_moves_nothing() {
    ProjectId from = project("FROM", Tautomers.SAME);
    ProjectId to = project("TO", Tautomers.SAME);
    MoleculeId molecule = add(from, "CCO");

    assertThatThrownBy(() -> moves.move(molecule, guard(from), guard(to), context(2)))
        .isInstanceOf(Refusal.StaleVersion.class);
    assertThatThrownBy(() -> moves.move(molecule, guard(to), guard(from), context(1)))
        .isInstanceOf(Refusal.StaleVersion.class);
  }

  private Receipt move(MoleculeId molecule, ProjectId from, ProjectId to) {
    return moves.move(molecule, guard(from), guard(to), context(1));
  }

  private MoleculeId add(ProjectId project, String smiles) {
    MoleculeForm.Checked form =
        new MoleculeForm.Checked(smiles, Optional.empty(), Map.of(), Optional.empty());
    return registration.register(guard(project), form, context()).molecule().moleculeId();
  }

  private ProjectId project(String code, Tautomers tautomers) {
    ProjectId project = new ProjectId(Ids.next());
    CreateProject creation =
        new CreateProject(
            project,
            new ProjectName("Project"),
            new ProjectCode(code),
            ProjectDescription.NONE,
            false,
            tautomers);
    side.commands().send(creation, context());
    return project;
  }

  private CommandContext context() {
    return CommandContext.by(owner, "request-1");
  }

  private CommandContext context(long version) {
    return context().expecting(version);
  }

  private static Guard guard(ProjectId project) {
    return side.bean(Guards.class).find(project).orElseThrow();
  }

  private static long places(ProjectId project) {
    return JdbcClient.create(side.dataSource())
        .sql("select reserved from command.project_counter where project_id = ?")
        .param(project.value())
        .query(Long.class)
        .single();
  }
}

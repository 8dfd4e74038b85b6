package io.moltrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moltrail.command.user.Someone;
import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.messages.Command;
import io.moltrail.messages.Id;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.molecule.NewMolecule;
import io.moltrail.messages.molecule.RenameMolecule;
import io.moltrail.messages.project.AddMember;
import io.moltrail.messages.project.AddMolecule;
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
import io.moltrail.web.problems.ServiceUnavailable;
import io.moltrail.web.settings.Database;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a newer version has written into a stream, this one must not decide upon. */
class UnknownEventsTest {

  private static CommandSideUnderTest side;

  private final UserId owner = new UserId(Ids.next());
  private final ProjectId project = new ProjectId(Ids.next());
  private final MoleculeId molecule = new MoleculeId(Ids.next());

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

  @ParameterizedTest
  @CsvSource({"molecule.teleported, 1", "molecule.renamed, 2"})
  void nothing_is_decided_on_half_a_molecules_history(String type, String revision) {
    begin();
    newer("molecule", molecule, 1, type, revision);

    refuses(new RenameMolecule(molecule, Optional.empty()));
  }

  @Test
  void nothing_is_decided_on_half_a_projects_history() {
    begin();
    newer("project", project, 1, "project.created", "2");

    refuses(new AddMember(project, owner, MemberRole.VIEWER));
    refuses(new AddMolecule(project, molecule(new MoleculeId(Ids.next()), 2, "CC")));
  }

  @Test
  void the_other_aggregates_go_on() {
    begin();
    newer("molecule", molecule, 1, "molecule.teleported", "1");

    MoleculeId other = new MoleculeId(Ids.next());
    assertThat(send(new AddMolecule(project, molecule(other, 2, "CC"))).version(other))
        .contains(1L);
  }

  private void refuses(Command command) {
    long before = rows();

    assertThatExceptionOfType(ServiceUnavailable.class)
        .isThrownBy(() -> send(command))
        .satisfies(
            it -> {
              assertThat(it.status()).isEqualTo(503);
              assertThat(it.code()).isEqualTo("newer-version-needed");
            });

    assertThat(rows()).isEqualTo(before);
  }

  private void begin() {
    CommandContext anonymous = CommandContext.by(new Author.Anonymous(), "request-1");
    side.commands()
        .send(
            new RegisterUser(
                owner,
                new EmailAddress(owner + "@moltrail.example"),
                new DisplayName("Somebody"),
                Tier.FREE,
                Set.of(SystemRole.USER),
                false),
            anonymous);
    side.commands().send(new VerifyEmail(owner), anonymous);
    send(
        new CreateProject(
            project,
            new ProjectName("Project"),
            new ProjectCode("NEWER"),
            ProjectDescription.NONE,
            false,
            Tautomers.SAME));
    send(new AddMolecule(project, molecule(molecule, 1, "CCO")));
  }

  /** As a newer node leaves it: what is inside is sealed, and nobody's business here. */
  private static void newer(
      String aggregateType, Id aggregate, long sequence, String type, String revision) {
    JdbcClient.create(side.dataSource())
        .sql(
            """
            insert into log.event (log_epoch, event_id, aggregate_type, aggregate_id, sequence_number, type, revision,
              timestamp, payload, metadata)
            values (0, ?, ?, ?, ?, ?, ?, '2026-01-01T00:00:00.000000Z', 'not even JSON', '{}')
            """)
        .params(
            Ids.next().toString(),
            aggregateType,
            aggregate.value().toString(),
            sequence,
            type,
            revision)
        .update();
  }

  private Receipt send(Command command) {
    return side.commands().send(command, CommandContext.by(owner, "request-1"));
  }

  private static long rows() {
    return JdbcClient.create(side.dataSource())
        .sql("select (select count(*) from log.event) + (select count(*) from command.claim)")
        .query(Long.class)
        .single();
  }

  private static NewMolecule molecule(MoleculeId id, long number, String smiles) {
    return new NewMolecule(
        id,
        MoleculeNumber.of(new ProjectCode("NEWER"), number),
        Someone.structure(smiles),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  private static Database as(TestDatabase database, String role) {
    return new Database(database.jdbcUrl(), role, TestDatabase.passwordOf(role));
  }
}

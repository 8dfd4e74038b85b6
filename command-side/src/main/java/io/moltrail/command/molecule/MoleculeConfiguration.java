package io.moltrail.command.molecule;

import io.moltrail.chemistry.Chemistry;
import io.moltrail.chemistry.ChemistryBusyException;
import io.moltrail.command.platform.Access;
import io.moltrail.command.platform.Answers;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Streams;
import io.moltrail.command.platform.Structures;
import io.moltrail.web.problems.FailureTranslator;
import io.moltrail.web.problems.ProblemFacts;
import io.moltrail.web.problems.ServiceUnavailable;
import io.moltrail.web.requests.Forms;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class MoleculeConfiguration {

  private static final int QUEUE = 512;
  private static final Duration LIMIT = Duration.ofSeconds(2);

  @Bean(destroyMethod = "close")
  Chemistry commandChemistry() {
    return new Chemistry(Runtime.getRuntime().availableProcessors(), QUEUE, LIMIT);
  }

  @Bean
  FailureTranslator commandChemistryFailures() {
    return failure ->
        failure instanceof ChemistryBusyException
            ? Optional.of(new ServiceUnavailable("busy", Duration.ofSeconds(1)))
            : Optional.empty();
  }

  @Bean
  StructureDesk structureDesk(@Qualifier("commandChemistry") Chemistry chemistry) {
    return new StructureDesk(chemistry);
  }

  @Bean
  Numbers moleculeNumbers(@Qualifier("commandJdbc") JdbcClient jdbc) {
    return new Numbers(jdbc);
  }

  @Bean
  MoleculeRegistration moleculeRegistration(
      StructureDesk desk, Structures structures, Numbers numbers, Commands commands) {
    return new MoleculeRegistration(desk, structures, numbers, commands);
  }

  @Bean
  BatchRegistration batchRegistration(
      StructureDesk desk, Structures structures, Numbers numbers, Commands commands) {
    return new BatchRegistration(desk, structures, numbers, commands);
  }

  @Bean
  KnownMolecules knownMolecules(Streams streams) {
    return new KnownMolecules(streams);
  }

  @Bean
  Revisions moleculeRevisions(
      StructureDesk desk, Structures structures, KnownMolecules molecules, Commands commands) {
    return new Revisions(desk, structures, molecules, commands);
  }

  @Bean
  RevisionController revisionController(Revisions revisions, Access access, Answers answers) {
    return new RevisionController(revisions, access, answers);
  }

  @Bean
  Moves moleculeMoves(
      StructureDesk desk,
      Structures structures,
      Numbers numbers,
      KnownMolecules molecules,
      Commands commands) {
    return new Moves(desk, structures, numbers, molecules, commands);
  }

  @Bean
  MoveController moveController(Moves moves, Access access, Answers answers) {
    return new MoveController(moves, access, answers);
  }

  @Bean
  MoleculeController moleculeController(
      MoleculeRegistration registration, Commands commands, Access access, Answers answers) {
    return new MoleculeController(registration, commands, access, answers);
  }

  @Bean
  BatchController batchController(
      BatchRegistration registration, Access access, Answers answers, Forms forms) {
    return new BatchController(registration, access, answers, forms);
  }

  @Bean
  ProblemFacts duplicateStructureFacts() {
    return new ProblemFacts(ExistingMolecule.Facts.class);
  }

  @Bean
  ProblemFacts batchRefusedFacts() {
    return new ProblemFacts(BatchAnswer.class);
  }
}

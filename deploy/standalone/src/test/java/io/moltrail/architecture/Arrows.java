package io.moltrail.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import io.moltrail.architecture.samples.audit.AuditKnowingMessages;
import io.moltrail.architecture.samples.audit.AuditKnowingSpring;
import io.moltrail.architecture.samples.chemistry.ChemistryKnowingMessages;
import io.moltrail.architecture.samples.chemistry.ChemistryKnowingSpring;
import io.moltrail.architecture.samples.command.CommandKnowingQuery;
import io.moltrail.architecture.samples.eventstore.EventStoreKnowingAudit;
import io.moltrail.architecture.samples.eventstore.EventStoreKnowingChemistry;
import io.moltrail.architecture.samples.messages.MessageKnowingSpring;
import io.moltrail.architecture.samples.query.QueryKnowingCommand;
import io.moltrail.architecture.samples.web.WebKnowingEventStore;
import io.moltrail.architecture.samples.web.WebKnowingTheToolkit;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Which module may see which: DESIGN.md, "Arrows". */
final class Arrows {

  private final String root;

  /** The root is {@code io.moltrail}, or the samples' package, which mirrors it. */
  Arrows(String root) {
    this.root = root;
  }

  List<HouseRule> rules() {
    return List.of(
        new HouseRule(messagesAreBare(), MessageKnowingSpring.class),
        new HouseRule(sees("chemistry"), ChemistryKnowingMessages.class),
        new HouseRule(auditIsTheJdkAlone(), AuditKnowingSpring.class),
        new HouseRule(auditIsTheJdkAlone(), AuditKnowingMessages.class),
        new HouseRule(sees("eventstore", "messages"), EventStoreKnowingChemistry.class),
        new HouseRule(sees("eventstore", "messages"), EventStoreKnowingAudit.class),
        new HouseRule(sees("web", "messages"), WebKnowingEventStore.class),
        new HouseRule(
            sees("command", "messages", "chemistry", "eventstore", "audit", "web"),
            CommandKnowingQuery.class),
        new HouseRule(
            sees("query", "messages", "chemistry", "eventstore", "audit", "web"),
            QueryKnowingCommand.class),
        new HouseRule(theToolkitStaysInChemistry(), WebKnowingTheToolkit.class),
        new HouseRule(chemistryIsPlainJava(), ChemistryKnowingSpring.class));
  }

  private ArchRule messagesAreBare() {
    return classes()
        .that()
        .resideInAPackage(module("messages"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..", module("messages"))
                .or(equivalentTo(TargetAggregateIdentifier.class)));
  }

  private ArchRule auditIsTheJdkAlone() {
    return classes()
        .that()
        .resideInAPackage(module("audit"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", module("audit"));
  }

  private ArchRule sees(String module, String... others) {
    String[] seen =
        Stream.concat(Stream.of(module), Stream.of(others))
            .map(this::module)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(module(module))
        .should()
        .dependOnClassesThat(resideInAPackage(root + "..").and(resideOutsideOfPackages(seen)));
  }

  private ArchRule theToolkitStaysInChemistry() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(module("chemistry"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.openscience.cdk..", "uk.ac.ebi.beam..", "io.github.dan2097.jnainchi..");
  }

  private ArchRule chemistryIsPlainJava() {
    return noClasses()
        .that()
        .resideInAPackage(module("chemistry"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "org.axonframework..");
  }

  private String module(String name) {
    return root + "." + name + "..";
  }
}

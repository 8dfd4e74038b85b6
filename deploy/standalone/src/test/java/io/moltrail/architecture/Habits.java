package io.moltrail.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import io.moltrail.architecture.samples.command.AggregateAskingTheClock;
import io.moltrail.architecture.samples.command.AggregateDrawingItsIdentifier;
import io.moltrail.architecture.samples.command.AggregateTouchingTheDatabase;
import io.moltrail.architecture.samples.habits.InjectingIntoAField;
import io.moltrail.architecture.samples.habits.LoggingWithTheJdk;
import io.moltrail.architecture.samples.habits.MoleculeUtils;
import io.moltrail.architecture.samples.habits.PrintingToTheConsole;
import io.moltrail.architecture.samples.messages.MutableCommand;
import io.moltrail.architecture.samples.messages.MutableEvent;
import io.moltrail.architecture.samples.unexplained.Stranger;
import io.moltrail.architecture.samples.web.AskingRedisByAnyKey;
import io.moltrail.messages.Command;
import io.moltrail.messages.Event;
import io.moltrail.web.redis.KeySpace;
import io.moltrail.web.redis.RedisGate;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.NullMarked;

/** How our code reads, whatever the module: STYLE.md. */
final class Habits {

  private final String root;

  /** The root is {@code io.moltrail}, or the samples' package, which mirrors it. */
  Habits(String root) {
    this.root = root;
  }

  List<HouseRule> rules() {
    return List.of(
        new HouseRule(areRecords(Event.class), MutableEvent.class),
        new HouseRule(areRecords(Command.class), MutableCommand.class),
        new HouseRule(aggregatesAreToldTheTime(), AggregateAskingTheClock.class),
        new HouseRule(aggregatesAreToldWhatIsRandom(), AggregateDrawingItsIdentifier.class),
        new HouseRule(aggregatesOnlyDecide(), AggregateTouchingTheDatabase.class),
        new HouseRule(logsGoThroughSlf4j(), LoggingWithTheJdk.class),
        new HouseRule(onlyApplicationsPrint(), PrintingToTheConsole.class),
        new HouseRule(dependenciesComeThroughConstructors(), InjectingIntoAField.class),
        new HouseRule(namesSayWhatAThingIs(), MoleculeUtils.class),
        new HouseRule(redisIsAskedByListedKeys(), AskingRedisByAnyKey.class),
        new HouseRule(everyPackageIsExplained(), Stranger.class));
  }

  private ArchRule areRecords(Class<?> message) {
    return classes().that().areAssignableTo(message).and().areNotInterfaces().should().beRecords();
  }

  private ArchRule aggregatesAreToldTheTime() {
    return noAggregates()
        .callMethodWhere(target(name("now")).and(targetOwner(resideInAPackage("java.time.."))))
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime");
  }

  private ArchRule aggregatesAreToldWhatIsRandom() {
    return noAggregates()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(RandomGenerator.class);
  }

  private ArchRule aggregatesOnlyDecide() {
    return noAggregates()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio.file..",
            "java.net.http..",
            "java.sql..",
            "javax.sql..",
            "org.slf4j..",
            "org.springframework..");
  }

  private ClassesShould noAggregates() {
    return noClasses()
        .that()
        .areMetaAnnotatedWith(AggregateRoot.class)
        .or()
        .containAnyMethodsThat(are(annotatedWith(CommandHandler.class)))
        .should();
  }

  private ArchRule logsGoThroughSlf4j() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.util.logging..", "org.apache.commons.logging..", "org.apache.logging..");
  }

  private ArchRule onlyApplicationsPrint() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".standalone..")
        .and()
        .haveSimpleNameNotEndingWith("Application")
        .should(ACCESS_STANDARD_STREAMS);
  }

  private ArchRule dependenciesComeThroughConstructors() {
    return noFields()
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .orShould()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
        .orShould()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("jakarta.annotation.Resource");
  }

  private ArchRule namesSayWhatAThingIs() {
    return noClasses().should().haveNameMatching(".*(Utils?|Impl|Managers?|Helpers?)");
  }

  private ArchRule redisIsAskedByListedKeys() {
    return classes()
        .that(
            describe(
                "ask Redis",
                it ->
                    it.getMethodCallsFromSelf().stream()
                        .anyMatch(target(name("ask")).and(targetOwner(type(RedisGate.class))))))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(KeySpace.class);
  }

  private ArchRule everyPackageIsExplained() {
    return classes().should(new LiveInAnExplainedPackage());
  }

  private static final class LiveInAnExplainedPackage extends ArchCondition<JavaClass> {

    LiveInAnExplainedPackage() {
      super("live in a package that has a null-marked package-info.java");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
      boolean explained =
          item.getPackage()
              .tryGetPackageInfo()
              .filter(info -> info.isAnnotatedWith(NullMarked.class))
              .isPresent();
      events.add(new SimpleConditionEvent(item, explained, item.getName() + " does not"));
    }
  }
}

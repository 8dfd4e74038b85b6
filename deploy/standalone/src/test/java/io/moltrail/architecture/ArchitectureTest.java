package io.moltrail.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

  private static final String MOLTRAIL = "io.moltrail";
  private static final String SAMPLES = "io.moltrail.architecture.samples";

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages(MOLTRAIL);
  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(SAMPLES);

  @ParameterizedTest
  @MethodSource("rulesForMoltrail")
  void ourCodeKeepsTheRule(HouseRule rule) {
    rule.rule().check(CODE);
  }

  @ParameterizedTest
  @MethodSource("rulesForTheSamples")
  void theSampleBreaksTheRule(HouseRule rule) {
    assertThat(rule.rule().evaluate(BROKEN).getFailureReport().getDetails())
        .anyMatch(violation -> violation.contains(rule.brokenBy().getName()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "messages",
        "chemistry",
        "audit",
        "eventstore",
        "web",
        "command",
        "query",
        "standalone"
      })
  void aNamedPackageHoldsCode(String module) {
    assertThat(CODE).anyMatch(it -> it.getPackageName().startsWith(MOLTRAIL + "." + module));
  }

  static List<HouseRule> rulesForMoltrail() {
    return rulesBelow(MOLTRAIL);
  }

  static List<HouseRule> rulesForTheSamples() {
    return rulesBelow(SAMPLES);
  }

  private static List<HouseRule> rulesBelow(String root) {
    return Stream.of(new Arrows(root).rules(), new Habits(root).rules())
        .flatMap(List::stream)
        .toList();
  }
}

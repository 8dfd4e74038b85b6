package io.moltrail.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule that all our code keeps.
 *
 * @param brokenBy the sample that must fail it, so that a rule that looks at nothing is noticed
 */
record HouseRule(ArchRule rule, Class<?> brokenBy) {

  /**
   * Empty packages pass: {@link ArchitectureTest#aNamedPackageHoldsCode} catches a misspelt name.
   */
  HouseRule {
    rule = rule.allowEmptyShould(true);
  }

  @Override
  public String toString() {
    return rule.getDescription();
  }
}

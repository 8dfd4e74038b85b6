package io.moltrail.command.project;

import static io.moltrail.command.project.GivenProject.CREATED;
import static io.moltrail.command.project.GivenProject.OWNER;
import static io.moltrail.command.project.GivenProject.PROJECT;
import static io.moltrail.command.project.GivenProject.among;
import static org.axonframework.test.matchers.Matchers.matches;

import io.moltrail.command.user.Someone;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.CreateProject;
import io.moltrail.messages.project.ProjectCode;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.Tautomers;
import io.moltrail.messages.user.Tier;
import java.util.Optional;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may own a project. */
class OwnershipTest {

  private static final CreateProject CREATION =
      new CreateProject(
          PROJECT,
          new ProjectName("Kinases"),
          new ProjectCode("KIN"),
          ProjectDescription.NONE,
          false,
          Tautomers.SAME);

  @ParameterizedTest
  @CsvSource({"FREE, 4", "PRO, 49", "ENTERPRISE, 100000"})
  void a_project_is_created_as_long_as_the_tier_has_room(Tier tier, long owned) {
    among(owning(tier, owned), Someone.user(OWNER))
        .givenNoPriorActivity()
        .when(CREATION)
        .expectEvents(CREATED);
  }

  @ParameterizedTest
  @CsvSource({"FREE, 5, FREE.*5", "FREE, 51, FREE.*5", "PRO, 50, PRO.*50"})
  void no_more_projects_are_created_than_the_tier_allows(Tier tier, long owned, String told) {
    among(owning(tier, owned), Someone.user(OWNER))
        .givenNoPriorActivity()
        .when(CREATION)
        .expectException(overQuota(told))
        .expectNoEvents();
  }

  @Test
  void who_is_not_active_owns_no_project() {
    among(user -> Optional.empty(), Someone.user(OWNER))
        .givenNoPriorActivity()
        .when(CREATION)
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
  }

  private static Owners owning(Tier tier, long projects) {
    return user ->
        user.equals(OWNER) ? Optional.of(new Owners.Holding(tier, projects)) : Optional.empty();
  }

  private static Matcher<Object> overQuota(String told) {
    return matches(
        it ->
            it instanceof Refusal.Conflict conflict
                && conflict.code().equals("quota-exceeded")
                && conflict.getMessage().matches(".*" + told + " .*"));
  }
}

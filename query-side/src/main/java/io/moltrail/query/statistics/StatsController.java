package io.moltrail.query.statistics;

import io.moltrail.messages.project.ProjectId;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.freshness.QueryController;
import io.moltrail.query.projects.Projects;
import io.moltrail.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A project in figures. */
@QueryController
@Tag(name = "Projects")
final class StatsController {

  private final Statistics statistics;
  private final Projects projects;
  private final Clock clock;

  /**
   * @param clock in UTC, says which day it is
   */
  StatsController(Statistics statistics, Projects projects, Clock clock) {
    this.statistics = statistics;
    this.projects = projects;
    this.clock = clock;
  }

  @Operation(
      summary = "Statistics of a project",
      description =
          "How many molecules and members there are, how many molecules of those that stand in it"
              + " were added on each of the last 30 days (UTC, today included), by how many people,"
              + " and between which bounds the ones that are not archived lie.")
  @ApiResponse(responseCode = "200", description = "The project in figures")
  @GetMapping("/v1/projects/{pid}/stats")
  ProjectStats stats(ReadSchema schema, Caller caller, @PathVariable ProjectId pid) {
    projects.require(schema, caller, pid);
    return statistics.of(schema, pid, LocalDate.now(clock));
  }
}

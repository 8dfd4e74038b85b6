package io.moltrail.command.project;

import io.moltrail.command.platform.Answers;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Ids;
import io.moltrail.command.platform.Receipt;
import io.moltrail.messages.project.CreateProject;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.web.requests.ChangeReason;
import io.moltrail.web.requests.RequestId;
import io.moltrail.web.resources.ProjectResource;
import io.moltrail.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Opens projects. */
@RestController
@Tag(name = "Projects")
class ProjectController {

  private final Commands commands;
  private final Answers answers;

  ProjectController(Commands commands, Answers answers) {
    this.commands = commands;
    this.answers = answers;
  }

  @Operation(
      summary = "Open a project",
      description = "The caller becomes its owner. The code is unique among the caller's projects.")
  @ApiResponse(responseCode = "201", description = "The new project")
  @ApiResponse(
      responseCode = "409",
      description = "project-code-taken",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(ref = "#/components/schemas/Problem")))
  @PostMapping("/v1/projects")
  ResponseEntity<ProjectResource> create(
      @Valid @RequestBody ProjectForm form, ChangeReason reason, Caller caller) {
    CreateProject command = form.command(new ProjectId(Ids.next()));
    Receipt receipt =
        commands.send(
            command, CommandContext.by(caller.user(), RequestId.current()).because(reason.text()));
    URI location = URI.create("/v1/projects/" + command.projectId());
    return answers.created(location, resource(command, receipt), 1, receipt);
  }

  private static ProjectResource resource(CreateProject command, Receipt receipt) {
    return new ProjectResource(
        command.projectId().toString(),
        command.name().value(),
        command.code().value(),
        command.description().value(),
        command.regulated(),
        MemberRole.OWNER,
        1,
        0,
        receipt.at(),
        1);
  }
}

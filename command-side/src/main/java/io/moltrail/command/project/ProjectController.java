package io.moltrail.command.project;

import io.moltrail.command.platform.Access;
import io.moltrail.command.platform.Answers;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Guards;
import io.moltrail.command.platform.Ids;
import io.moltrail.command.platform.ProjectRules;
import io.moltrail.command.platform.Receipt;
import io.moltrail.messages.project.ArchiveProject;
import io.moltrail.messages.project.CreateProject;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectCommand;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.RestoreProject;
import io.moltrail.web.openapi.Refuses;
import io.moltrail.web.requests.ChangeReason;
import io.moltrail.web.requests.Form;
import io.moltrail.web.requests.IfMatch;
import io.moltrail.web.requests.RequestId;
import io.moltrail.web.resources.Changed;
import io.moltrail.web.resources.ProjectResource;
import io.moltrail.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Opens projects, names and describes them, archives and restores them. */
@RestController
@Tag(name = "Projects")
class ProjectController {

  private final Commands commands;
  private final Access access;
  private final Answers answers;

  ProjectController(Commands commands, Access access, Answers answers) {
    this.commands = commands;
    this.access = access;
    this.answers = answers;
  }

  @Operation(
      summary = "Open a project",
      description =
          "The caller becomes its owner. The code is unique among the caller's projects. How many"
              + " one may own is a matter of the tier; archived projects count, for they can be"
              + " restored.")
  @ApiResponse(responseCode = "201", description = "The new project")
  @Refuses({"quota-exceeded", "project-code-taken"})
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

  @Operation(
      summary = "Rename or describe a project",
      description =
          "For editors; both or none. A null description takes the description away. If-Match takes"
              + " the project's version.")
  @ApiResponse(responseCode = "200", description = "The project's id and its version from now on")
  @Refuses("project-archived")
  @PatchMapping("/v1/projects/{pid}")
  ResponseEntity<Changed> patch(
      @PathVariable ProjectId pid,
      @RequestBody Form<ProjectPatch> form,
      IfMatch ifMatch,
      ChangeReason reason,
      Caller caller) {
    Guards.Guard guard = access.require(caller.user(), pid, MemberRole.EDITOR);
    ProjectCommand command = form.value().command(pid);
    CommandContext context =
        CommandContext.by(caller.user(), RequestId.current())
            .because(reason.text())
            .expecting(ifMatch.required());
    ProjectRules.reasonGiven(guard.regulated(), context.reason().orElse(null));
    return answers.changed(pid, ifMatch.required(), commands.send(command, context));
  }

  @Operation(
      summary = "Archive a project",
      description =
          "For the owner. It can be read as before and takes no changes until it is restored, but"
              + " members may leave or be removed. Archiving it again changes nothing.")
  @ApiResponse(responseCode = "204", description = "The project is archived")
  @PostMapping("/v1/projects/{pid}:archive")
  ResponseEntity<Void> archive(
      @PathVariable ProjectId pid, IfMatch ifMatch, ChangeReason reason, Caller caller) {
    return change(new ArchiveProject(pid), ifMatch, reason, caller);
  }

  @Operation(
      summary = "Restore an archived project",
      description = "For the owner. Restoring a project that is not archived changes nothing.")
  @ApiResponse(responseCode = "204", description = "The project can be changed again")
  @PostMapping("/v1/projects/{pid}:restore")
  ResponseEntity<Void> restore(
      @PathVariable ProjectId pid, IfMatch ifMatch, ChangeReason reason, Caller caller) {
    return change(new RestoreProject(pid), ifMatch, reason, caller);
  }

  private ResponseEntity<Void> change(
      ProjectCommand command, IfMatch ifMatch, ChangeReason reason, Caller caller) {
    Guards.Guard guard = access.require(caller.user(), command.projectId(), MemberRole.OWNER);
    CommandContext context =
        CommandContext.by(caller.user(), RequestId.current())
            .because(reason.text())
            .expecting(ifMatch.required());
    ProjectRules.reasonGiven(guard.regulated(), context.reason().orElse(null));
    Receipt receipt = commands.send(command, context);
    return answers.done(command.projectId(), context.expectedVersion(), receipt);
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

package io.moltrail.command.project;

import io.moltrail.command.platform.Access;
import io.moltrail.command.platform.Answers;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Guards;
import io.moltrail.command.platform.ProjectRules;
import io.moltrail.command.platform.Receipt;
import io.moltrail.command.platform.Rights;
import io.moltrail.messages.project.AddMember;
import io.moltrail.messages.project.ChangeMemberRole;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectCommand;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.RemoveMember;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.openapi.Refuses;
import io.moltrail.web.requests.ChangeReason;
import io.moltrail.web.requests.Form;
import io.moltrail.web.requests.IfMatch;
import io.moltrail.web.requests.RequestId;
import io.moltrail.web.resources.Changed;
import io.moltrail.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.OptionalLong;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says who belongs to a project. */
@RestController
@Tag(name = "Projects")
class MemberController {

  private final Commands commands;
  private final Access access;
  private final Rights rights;
  private final Answers answers;

  MemberController(Commands commands, Access access, Rights rights, Answers answers) {
    this.commands = commands;
    this.access = access;
    this.rights = rights;
    this.answers = answers;
  }

  @Operation(
      summary = "Add a member or change a member's role",
      description = "For the owner. If-Match takes the project's version.")
  @ApiResponse(responseCode = "200", description = "The project's id and its version from now on")
  @Refuses({"already-member", "owner-stays-owner", "project-archived"})
  @PutMapping("/v1/projects/{pid}/members/{uid}")
  ResponseEntity<Changed> put(
      @PathVariable ProjectId pid,
      @PathVariable UserId uid,
      @RequestBody Form<MemberForm> form,
      IfMatch ifMatch,
      ChangeReason reason,
      Caller caller) {
    Guards.Guard guard = access.requireToGrant(caller.user(), pid, uid, MemberRole.OWNER);
    MemberRole role = MembershipRules.grantable(form.value().role());
    CommandContext context =
        CommandContext.by(caller.user(), RequestId.current())
            .because(reason.text())
            .expecting(ifMatch.required());
    ProjectRules.reasonGiven(guard.regulated(), context.reason().orElse(null));
    return answers.changed(
        pid, ifMatch.required(), commands.send(command(pid, uid, role), context));
  }

  @Operation(
      summary = "Remove a member or leave the project",
      description =
          "The owner removes others, and everybody else may leave, from an archived project too."
              + " If-Match takes the project's version; who leaves may do without.")
  @ApiResponse(responseCode = "204", description = "The user is no member any more")
  @Refuses("owner-stays-owner")
  @DeleteMapping("/v1/projects/{pid}/members/{uid}")
  ResponseEntity<Void> remove(
      @PathVariable ProjectId pid,
      @PathVariable UserId uid,
      IfMatch ifMatch,
      ChangeReason reason,
      Caller caller) {
    Guards.Guard guard =
        access.require(caller.user(), pid, uid, MembershipRules.neededToRemove(uid, caller.user()));
    CommandContext context =
        CommandContext.by(caller.user(), RequestId.current())
            .because(reason.text())
            .expecting(
                uid.equals(caller.user())
                    ? ifMatch.version()
                    : OptionalLong.of(ifMatch.required()));
    ProjectRules.reasonGiven(guard.regulated(), context.reason().orElse(null));
    Receipt receipt = commands.send(new RemoveMember(pid, uid), context);
    return answers.done(pid, context.expectedVersion(), receipt);
  }

  private ProjectCommand command(ProjectId project, UserId user, MemberRole role) {
    return rights.roleIn(project, user).isPresent()
        ? new ChangeMemberRole(project, user, role)
        : new AddMember(project, user, role);
  }
}

package io.moltrail.command.project;

import io.moltrail.command.platform.Access;
import io.moltrail.command.platform.Answers;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Guards;
import io.moltrail.command.platform.ProjectRules;
import io.moltrail.command.platform.Receipt;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.TransferOwnership;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.openapi.Refuses;
import io.moltrail.web.requests.ChangeReason;
import io.moltrail.web.requests.Form;
import io.moltrail.web.requests.IfMatch;
import io.moltrail.web.requests.RequestId;
import io.moltrail.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Passes projects on. */
@RestController
@Tag(name = "Projects")
class OwnershipController {

  private final Commands commands;
  private final Access access;
  private final Answers answers;

  OwnershipController(Commands commands, Access access, Answers answers) {
    this.commands = commands;
    this.access = access;
    this.answers = answers;
  }

  @Operation(
      summary = "Transfer a project",
      description =
          "For the owner, who becomes an editor. The new owner must be a member already, and their"
              + " tier must have room for one more project; from then on their tier says how many"
              + " molecules the project may hold. What it holds beyond that stays.")
  @ApiResponse(responseCode = "204", description = "The member owns the project")
  @Refuses({"no-active-member", "quota-exceeded", "project-code-taken", "project-archived"})
  @PostMapping("/v1/projects/{pid}:transfer")
  ResponseEntity<Void> transfer(
      @PathVariable ProjectId pid,
      @RequestBody Form<TransferForm> form,
      IfMatch ifMatch,
      ChangeReason reason,
      Caller caller) {
    Guards.Guard guard = access.require(caller.user(), pid, MemberRole.OWNER);
    UserId newOwner = form.value().userId();
    OwnershipRules.toSomebodyElse(caller.user(), newOwner);
    CommandContext context =
        CommandContext.by(caller.user(), RequestId.current())
            .because(reason.text())
            .expecting(ifMatch.required());
    ProjectRules.reasonGiven(guard.regulated(), context.reason().orElse(null));
    Receipt receipt = commands.send(new TransferOwnership(pid, newOwner), context);
    return answers.done(pid, context.expectedVersion(), receipt);
  }
}

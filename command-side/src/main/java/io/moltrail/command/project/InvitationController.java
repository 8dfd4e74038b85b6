package io.moltrail.command.project;

import io.moltrail.command.account.OpaqueToken;
import io.moltrail.command.platform.Access;
import io.moltrail.command.platform.Answers;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Guards;
import io.moltrail.command.platform.Ids;
import io.moltrail.command.platform.ProjectRules;
import io.moltrail.command.platform.Receipt;
import io.moltrail.messages.project.InvitationId;
import io.moltrail.messages.project.InviteMember;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.WithdrawInvitation;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.limits.AccountLimits;
import io.moltrail.web.openapi.Refuses;
import io.moltrail.web.requests.ChangeReason;
import io.moltrail.web.requests.Form;
import io.moltrail.web.requests.RequestId;
import io.moltrail.web.resources.InvitationResource;
import io.moltrail.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.OptionalLong;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asks people into a project by mail, and lets them in. */
@RestController
@Tag(name = "Projects")
class InvitationController {

  private final InvitationDesk desk;
  private final Commands commands;
  private final Access access;
  private final AccountLimits limits;
  private final Answers answers;

  InvitationController(
      InvitationDesk desk,
      Commands commands,
      Access access,
      AccountLimits limits,
      Answers answers) {
    this.desk = desk;
    this.commands = commands;
    this.access = access;
    this.limits = limits;
    this.answers = answers;
  }

  @Operation(
      summary = "Invite somebody by e-mail",
      description =
          "For the owner. A mail with a token goes to the address, whether or not it has an"
              + " account; whoever shows it within seven days, signed in with this very address,"
              + " becomes a member. At most 100 invitations are pending in a project, and an owner"
              + " sends 50 a day.")
  @ApiResponse(
      responseCode = "202",
      description = "The invitation; its mail is on its way",
      headers = @Header(name = "ETag"))
  @Refuses({"already-invited", "too-many-invitations", "project-archived"})
  @PostMapping("/v1/projects/{pid}/invitations")
  ResponseEntity<InvitationResource> invite(
      @PathVariable ProjectId pid,
      @RequestBody Form<InvitationForm> form,
      ChangeReason reason,
      Caller caller) {
    Guards.Guard guard = access.require(caller.user(), pid, MemberRole.OWNER);
    InviteMember command = form.value().command(pid, new InvitationId(Ids.next()), desk.expiry());
    CommandContext context = context(caller, reason);
    ProjectRules.reasonGiven(guard.regulated(), context.reason().orElse(null));
    limits.invitation(caller.user());
    Receipt receipt = desk.invite(command, context);
    return answers.accepted(pid, resource(command, caller.user(), receipt), receipt);
  }

  @Operation(
      summary = "Withdraw an invitation",
      description = "For the owner, in an archived project too. Its token is worth nothing then.")
  @ApiResponse(
      responseCode = "204",
      description = "The invitation has ended",
      headers = @Header(name = "ETag"))
  @DeleteMapping("/v1/projects/{pid}/invitations/{iid}")
  ResponseEntity<Void> withdraw(
      @PathVariable ProjectId pid,
      @PathVariable InvitationId iid,
      ChangeReason reason,
      Caller caller) {
    Guards.Guard guard = access.require(caller.user(), pid, MemberRole.OWNER);
    CommandContext context = context(caller, reason);
    ProjectRules.reasonGiven(guard.regulated(), context.reason().orElse(null));
    Receipt receipt = commands.send(new WithdrawInvitation(pid, iid), context);
    return answers.done(pid, OptionalLong.empty(), receipt);
  }

  @Operation(
      summary = "Accept an invitation",
      description =
          "For whoever was invited, signed in with the address to which the mail went. The token is"
              + " good once. Who is a member already keeps their role.")
  @ApiResponse(
      responseCode = "204",
      description = "The caller is a member",
      headers = @Header(name = "ETag"))
  @Refuses({"invalid-mail-token", "project-archived"})
  @PostMapping("/v1/invitations:accept")
  ResponseEntity<Void> accept(
      @Valid @RequestBody AcceptanceForm form, ChangeReason reason, Caller caller) {
    InvitationDesk.Accepted accepted =
        desk.accept(new OpaqueToken(form.token()), context(caller, reason));
    return answers.done(accepted.project(), OptionalLong.empty(), accepted.receipt());
  }

  private static CommandContext context(Caller caller, ChangeReason reason) {
    return CommandContext.by(caller.user(), RequestId.current()).because(reason.text());
  }

  private static InvitationResource resource(InviteMember command, UserId by, Receipt receipt) {
    return new InvitationResource(
        command.invitationId().toString(),
        command.email().value(),
        command.role(),
        InvitationResource.State.PENDING,
        receipt.at(),
        by.toString(),
        command.expiresAt());
  }
}

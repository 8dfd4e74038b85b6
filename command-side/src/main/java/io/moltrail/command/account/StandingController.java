package io.moltrail.command.account;

import io.moltrail.command.platform.Answers;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Receipt;
import io.moltrail.messages.user.UserCommand;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.requests.ChangeReason;
import io.moltrail.web.requests.Form;
import io.moltrail.web.requests.IfMatch;
import io.moltrail.web.requests.RequestId;
import io.moltrail.web.resources.Changed;
import io.moltrail.web.security.Caller;
import io.moltrail.web.security.CallerAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators change tiers and roles, and end sessions. */
@RestController
@Tag(name = "Administration")
class StandingController {

  private final Standings standings;
  private final Answers answers;

  StandingController(Standings standings, Answers answers) {
    this.standings = standings;
    this.answers = answers;
  }

  @Operation(
      summary = "Change a user's tier or roles",
      description =
          "For administrators; both or none. roles names all that the user is to have, and USER"
              + " stays among them. Nobody changes their own roles (403). Both hold at once."
              + " If-Match takes the user's version.")
  @ApiResponse(responseCode = "200", description = "The user's id and version from now on")
  @PatchMapping("/v1/admin/users/{uid}")
  ResponseEntity<Changed> patch(
      @PathVariable UserId uid,
      @RequestBody Form<StandingPatch> form,
      IfMatch ifMatch,
      ChangeReason reason,
      Caller caller,
      CallerAddress from) {
    standings.requireKnown(uid);
    UserCommand command = form.value().command(uid, caller.user());
    CommandContext context =
        CommandContext.by(caller.user(), RequestId.current())
            .because(reason.text())
            .expecting(ifMatch.required());
    Receipt receipt = standings.change(command, context, caller, from);
    return answers.changed(uid, ifMatch.required(), receipt);
  }

  @Operation(
      summary = "End all sessions of a user",
      description =
          "For administrators. The user's tokens stop at once on both sides; they may log in again."
              + " It is no change of the user and needs no If-Match.")
  @ApiResponse(responseCode = "204", description = "No session is left")
  @PostMapping("/v1/admin/users/{uid}:terminate-sessions")
  ResponseEntity<Void> terminateSessions(
      @PathVariable UserId uid, ChangeReason reason, Caller caller, CallerAddress from) {
    standings.requireKnown(uid);
    standings.terminateSessions(uid, reason.text(), caller, from);
    return ResponseEntity.noContent().build();
  }
}

package io.moltrail.command.account;

import io.moltrail.command.platform.Answers;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Receipt;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.openapi.Refuses;
import io.moltrail.web.requests.ChangeReason;
import io.moltrail.web.requests.IfMatch;
import io.moltrail.web.requests.RequestId;
import io.moltrail.web.security.Caller;
import io.moltrail.web.security.CallerAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators shut users out. */
@RestController
@Tag(name = "Administration")
class SuspensionController {

  private final Suspensions suspensions;
  private final Answers answers;

  SuspensionController(Suspensions suspensions, Answers answers) {
    this.suspensions = suspensions;
    this.answers = answers;
  }

  @Operation(
      summary = "Suspend a user",
      description =
          "For administrators. All sessions of the user end at once, and there is no login until"
              + " they are reinstated. Suspending them again changes nothing. If-Match takes the"
              + " user's version.")
  @ApiResponse(responseCode = "204", description = "The user is shut out")
  @Refuses("self-suspension")
  @PostMapping("/v1/admin/users/{uid}:suspend")
  ResponseEntity<Void> suspend(
      @PathVariable UserId uid,
      IfMatch ifMatch,
      ChangeReason reason,
      Caller caller,
      CallerAddress from) {
    CommandContext context = context(uid, ifMatch, reason, caller);
    Receipt receipt = suspensions.suspend(uid, context, caller, from);
    return answers.done(uid, context.expectedVersion(), receipt);
  }

  @Operation(
      summary = "Reinstate a user",
      description =
          "For administrators. The user may log in again; their earlier sessions stay ended."
              + " Reinstating who is not suspended changes nothing. If-Match takes the user's"
              + " version.")
  @ApiResponse(responseCode = "204", description = "The user may log in")
  @PostMapping("/v1/admin/users/{uid}:reinstate")
  ResponseEntity<Void> reinstate(
      @PathVariable UserId uid,
      IfMatch ifMatch,
      ChangeReason reason,
      Caller caller,
      CallerAddress from) {
    CommandContext context = context(uid, ifMatch, reason, caller);
    Receipt receipt = suspensions.reinstate(uid, context, caller, from);
    return answers.done(uid, context.expectedVersion(), receipt);
  }

  private CommandContext context(UserId uid, IfMatch ifMatch, ChangeReason reason, Caller caller) {
    suspensions.requireKnown(uid);
    return CommandContext.by(caller.user(), RequestId.current())
        .because(reason.text())
        .expecting(ifMatch.required());
  }
}

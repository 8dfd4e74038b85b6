package io.moltrail.command.account;

import io.moltrail.command.platform.Answers;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Commands;
import io.moltrail.messages.user.ChangeDisplayName;
import io.moltrail.web.requests.ChangeReason;
import io.moltrail.web.requests.IfMatch;
import io.moltrail.web.requests.RequestId;
import io.moltrail.web.resources.Changed;
import io.moltrail.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Changes what callers may change about themselves. */
@RestController
@Tag(name = "Accounts")
class OwnAccountController {

  private final Commands commands;
  private final Answers answers;

  OwnAccountController(Commands commands, Answers answers) {
    this.commands = commands;
    this.answers = answers;
  }

  @Operation(
      summary = "Change my name",
      description = "What others see you called. If-Match takes the account's version.")
  @ApiResponse(responseCode = "200", description = "The caller's id and the account's version")
  @PatchMapping("/v1/me")
  ResponseEntity<Changed> patch(
      @Valid @RequestBody DisplayNameForm form,
      IfMatch ifMatch,
      ChangeReason reason,
      Caller caller) {
    ChangeDisplayName command = new ChangeDisplayName(caller.user(), form.name());
    CommandContext context =
        CommandContext.by(caller.user(), RequestId.current())
            .because(reason.text())
            .expecting(ifMatch.required());
    return answers.changed(caller.user(), ifMatch.required(), commands.send(command, context));
  }
}

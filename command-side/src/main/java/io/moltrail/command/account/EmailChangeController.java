package io.moltrail.command.account;

import io.moltrail.command.platform.Answers;
import io.moltrail.command.platform.Receipt;
import io.moltrail.web.limits.AccountLimits;
import io.moltrail.web.openapi.Refuses;
import io.moltrail.web.requests.Form;
import io.moltrail.web.security.Caller;
import io.moltrail.web.security.CallerAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.OptionalLong;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives the caller's account another address. */
@RestController
@Tag(name = "Accounts")
class EmailChangeController {

  private final EmailChanges changes;
  private final AccountLimits limits;
  private final Answers answers;

  EmailChangeController(EmailChanges changes, AccountLimits limits, Answers answers) {
    this.changes = changes;
    this.limits = limits;
    this.answers = answers;
  }

  @Operation(
      summary = "Ask for another e-mail address",
      description =
          "The answer is always the same; what is true stands in the mail to the new address. Of"
              + " several mails the newest works. Five guesses at the password a minute, three"
              + " mails an hour.")
  @ApiResponse(responseCode = "202", description = "Whatever is true of the address")
  @PostMapping("/v1/me/email-change")
  ResponseEntity<Acknowledgement> ask(
      @RequestBody Form<EmailChangeForm> form, Caller caller, CallerAddress from) {
    limits.ownPasswordRoom(caller.user());
    limits.emailChangeRoom(caller.user());
    changes.ask(form.value(), caller.user(), from);
    return ResponseEntity.accepted().body(Acknowledgement.ALWAYS);
  }

  @Operation(
      summary = "Show that the new mailbox is mine",
      description =
          "The token is good once, for a day, and for the user who asked for it. From now on only"
              + " the new address opens the account; the former gets a mail.")
  @ApiResponse(
      responseCode = "204",
      description = "The account has the new address",
      headers = @Header(name = "ETag"))
  @Refuses("invalid-mail-token")
  @PostMapping("/v1/me/email-change:confirm")
  ResponseEntity<Void> confirm(
      @RequestBody Form<VerifyForm> form, Caller caller, CallerAddress from) {
    Receipt receipt = changes.confirm(new OpaqueToken(form.value().token()), caller.user(), from);
    return answers.done(caller.user(), OptionalLong.empty(), receipt);
  }
}

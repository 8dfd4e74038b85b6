package io.moltrail.command.account;

import io.moltrail.messages.user.EmailAddress;
import io.moltrail.web.limits.AccountLimits;
import io.moltrail.web.openapi.Refuses;
import io.moltrail.web.requests.Form;
import io.moltrail.web.security.Caller;
import io.moltrail.web.security.CallerAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives accounts another password. */
@RestController
@Tag(name = "Accounts")
class PasswordController {

  private final ForgottenPasswords forgotten;
  private final PasswordChanges changes;
  private final AccountLimits limits;

  PasswordController(ForgottenPasswords forgotten, PasswordChanges changes, AccountLimits limits) {
    this.forgotten = forgotten;
    this.changes = changes;
    this.limits = limits;
  }

  @Operation(
      summary = "Ask for a link that sets a new password",
      description =
          "The answer is always the same; a mail is sent only to the address of an account that is"
              + " open. Of several links the newest works. Three an hour per client address.")
  @ApiResponse(responseCode = "202", description = "Whatever is true")
  @SecurityRequirements
  @PostMapping("/v1/auth/password/forgot")
  ResponseEntity<Acknowledgement> forgot(@RequestBody Form<ForgotForm> form, CallerAddress from) {
    limits.forgottenPasswordRoom(from);
    EmailAddress email =
        EmailAddress.parse(form.value().email())
            .orElseThrow(() -> InvalidForm.of(List.of(InvalidForm.EMAIL)));
    limits.forgottenPassword(from);
    forgotten.ask(email, from);
    return ResponseEntity.accepted().body(Acknowledgement.ALWAYS);
  }

  @Operation(
      summary = "Set a new password with a mailed token",
      description =
          "The token is good once, for an hour; a password that is refused does not use it up. All"
              + " sessions of the account end, and its address gets a mail.")
  @ApiResponse(responseCode = "204", description = "The new password holds")
  @Refuses("invalid-mail-token")
  @SecurityRequirements
  @PostMapping("/v1/auth/password/reset")
  ResponseEntity<Void> reset(@RequestBody Form<ResetPasswordForm> body, CallerAddress from) {
    ResetPasswordForm form = body.value();
    forgotten.reset(new OpaqueToken(form.token()), form.newPassword(), from);
    return ResponseEntity.noContent().build();
  }

  @Operation(
      summary = "Change my password",
      description =
          "All other sessions of the account end, this one stays, and its address gets a mail. Five"
              + " guesses at the current password a minute.")
  @ApiResponse(responseCode = "204", description = "The new password holds")
  @PostMapping("/v1/auth/password/change")
  ResponseEntity<Void> change(
      @RequestBody Form<ChangePasswordForm> form, Caller caller, CallerAddress from) {
    limits.ownPasswordRoom(caller.user());
    changes.change(form.value(), caller, from);
    return ResponseEntity.noContent().build();
  }
}

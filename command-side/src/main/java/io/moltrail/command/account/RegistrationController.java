package io.moltrail.command.account;

import io.moltrail.messages.LogPlace;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.web.consistency.ConsistencyTokens;
import io.moltrail.web.limits.AccountLimits;
import io.moltrail.web.openapi.Refuses;
import io.moltrail.web.requests.Form;
import io.moltrail.web.security.CallerAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Opens accounts for whoever asks, once they have shown their mailbox. */
@RestController
@Tag(name = "Accounts")
@SecurityRequirements
class RegistrationController {

  private final Registration registration;
  private final Verification verification;
  private final PasswordPolicy policy;
  private final AccountLimits limits;
  private final ConsistencyTokens consistency;

  RegistrationController(
      Registration registration,
      Verification verification,
      PasswordPolicy policy,
      AccountLimits limits,
      ConsistencyTokens consistency) {
    this.registration = registration;
    this.verification = verification;
    this.policy = policy;
    this.limits = limits;
    this.consistency = consistency;
  }

  @Operation(
      summary = "Ask for an account",
      description =
          "The answer is always the same; what is true stands in the mail. Three an hour per client"
              + " address.")
  @ApiResponse(responseCode = "202", description = "Whatever is true")
  @PostMapping("/v1/auth/register")
  ResponseEntity<Acknowledgement> register(
      @RequestBody Form<RegisterForm> body, CallerAddress from) {
    limits.registrationRoom(from);
    RegisterForm form = body.value();
    Applicant applicant = Applicant.of(form.email(), form.displayName(), form.password(), policy);
    limits.registration(from);
    registration.register(applicant, from);
    return ResponseEntity.accepted().body(Acknowledgement.ALWAYS);
  }

  @Operation(
      summary = "Show that the mailbox is yours",
      description =
          "The token is good once, for a day. Of several registrations of one address the newest"
              + " wins.")
  @ApiResponse(responseCode = "204", description = "The account is open")
  @Refuses({"invalid-mail-token", "verification-outdated"})
  @PostMapping("/v1/auth/verify-email")
  ResponseEntity<Void> verify(@Valid @RequestBody VerifyForm form) {
    LogPlace place = verification.verify(new OpaqueToken(form.token()));
    return ResponseEntity.noContent()
        .header(ConsistencyTokens.HEADER, consistency.encode(place))
        .build();
  }

  @Operation(
      summary = "Ask for the mail again",
      description = "The answer is always the same. Three an hour per client address.")
  @ApiResponse(responseCode = "202", description = "Whatever is true")
  @PostMapping("/v1/auth/verify-email:resend")
  ResponseEntity<Acknowledgement> resend(@RequestBody Form<ResendForm> form, CallerAddress from) {
    limits.resentVerificationRoom(from);
    EmailAddress email =
        EmailAddress.parse(form.value().email())
            .orElseThrow(() -> InvalidForm.of(List.of(InvalidForm.EMAIL)));
    limits.resentVerification(from);
    verification.resend(email);
    return ResponseEntity.accepted().body(Acknowledgement.ALWAYS);
  }
}

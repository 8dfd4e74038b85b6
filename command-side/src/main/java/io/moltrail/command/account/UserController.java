package io.moltrail.command.account;

import io.moltrail.command.account.Administrators.OpenedAccount;
import io.moltrail.command.platform.Answers;
import io.moltrail.messages.user.RegisterUser;
import io.moltrail.web.openapi.Refuses;
import io.moltrail.web.requests.ChangeReason;
import io.moltrail.web.resources.UserResource;
import io.moltrail.web.security.Caller;
import io.moltrail.web.security.CallerAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.TreeSet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Users, as administrators make them. */
@RestController
@Tag(name = "Administration")
class UserController {

  private final Administrators administrators;
  private final PasswordPolicy policy;
  private final Answers answers;

  UserController(Administrators administrators, PasswordPolicy policy, Answers answers) {
    this.administrators = administrators;
    this.policy = policy;
    this.answers = answers;
  }

  @Operation(
      summary = "Make a user",
      description = "The user is verified at once. For administrators.")
  @ApiResponse(responseCode = "201", description = "The new user")
  @Refuses("email-taken")
  @PostMapping("/v1/admin/users")
  ResponseEntity<UserResource> create(
      @Valid @RequestBody NewUserForm form,
      ChangeReason reason,
      Caller caller,
      CallerAddress from) {
    Applicant applicant = Applicant.of(form.email(), form.displayName(), form.password(), policy);
    OpenedAccount opened =
        administrators.open(applicant, form.tier(), form.roles(), reason.text(), caller, from);
    return answer(opened);
  }

  private ResponseEntity<UserResource> answer(OpenedAccount opened) {
    RegisterUser user = opened.command();
    UserResource resource =
        new UserResource(
            user.userId().toString(),
            user.email().value(),
            user.displayName().value(),
            user.tier(),
            new TreeSet<>(user.roles()),
            opened.receipt().at());
    return answers.created(
        URI.create("/v1/admin/users/" + user.userId()),
        resource,
        opened.receipt().version(user.userId()).orElseThrow(),
        opened.receipt());
  }
}

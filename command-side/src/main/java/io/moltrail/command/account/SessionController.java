package io.moltrail.command.account;

import io.moltrail.web.consistency.ConsistencyTokens;
import io.moltrail.web.openapi.Refuses;
import io.moltrail.web.security.Caller;
import io.moltrail.web.security.CallerAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Begins, continues and ends sessions. */
@RestController
@Tag(name = "Accounts")
class SessionController {

  private final Login login;
  private final SessionDesk desk;
  private final DeviceCookies cookies;
  private final ConsistencyTokens consistency;

  SessionController(
      Login login, SessionDesk desk, DeviceCookies cookies, ConsistencyTokens consistency) {
    this.login = login;
    this.desk = desk;
    this.cookies = cookies;
    this.consistency = consistency;
  }

  @Operation(
      summary = "Log in",
      description =
          "Five a minute per client address and account, sixty per address. A device that sends the"
              + " X-Device-Token (or the cookie) of an earlier login counts apart, all of"
              + " an account twenty a minute. Unknown,"
              + " mistaken, unverified, suspended and erased get the same answer.")
  @ApiResponse(
      responseCode = "200",
      description = "Access and refresh token",
      headers = {
        @Header(
            name = DeviceCookies.HEADER,
            description = "names this device at its next login; a cookie says the same",
            schema = @Schema(type = "string")),
        @Header(
            name = "Set-Cookie",
            description = "the same for browsers, out of reach of scripts",
            schema = @Schema(type = "string"))
      })
  @Refuses("invalid-credentials")
  @SecurityRequirements
  @PostMapping("/v1/auth/login")
  ResponseEntity<TokenAnswer> login(
      @Valid @RequestBody LoginForm form,
      @Parameter(description = "as an earlier login answered it")
          @RequestHeader(name = DeviceCookies.HEADER, required = false)
          @Nullable String deviceToken,
      @Parameter(hidden = true) @CookieValue(name = DeviceCookies.COOKIE, required = false)
          @Nullable String cookie,
      CallerAddress from) {
    Optional<String> device =
        Optional.ofNullable(deviceToken).or(() -> Optional.ofNullable(cookie));
    return answer(login.login(form, device, from));
  }

  @Operation(
      summary = "Go on with a session",
      description =
          "A refresh token is good once. Sending a spent one ends the whole session, also when two"
              + " requests race with the same one: refresh one at a time. A session ends when it is"
              + " not refreshed for 7 days, and after 30 days.")
  @ApiResponse(responseCode = "200", description = "The next access and refresh token")
  @Refuses("invalid-refresh-token")
  @SecurityRequirements
  @PostMapping("/v1/auth/refresh")
  ResponseEntity<TokenAnswer> refresh(@Valid @RequestBody RefreshForm form, CallerAddress from) {
    return answer(desk.refresh(new OpaqueToken(form.refreshToken()), from));
  }

  @Operation(
      summary = "Log out",
      description = "Ends this session; its access tokens stop within a second.")
  @ApiResponse(responseCode = "204", description = "The session has ended")
  @PostMapping("/v1/auth/logout")
  ResponseEntity<Void> logout(Caller caller, CallerAddress from) {
    desk.logout(UUID.fromString(caller.sessionId()), caller.user(), from);
    return ResponseEntity.noContent().build();
  }

  private ResponseEntity<TokenAnswer> answer(LoggedIn in) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(ConsistencyTokens.HEADER, consistency.encode(in.place()));
    in.deviceToken().ifPresent(it -> cookies.write(it, headers));
    return ResponseEntity.ok().headers(headers).body(in.tokens());
  }
}

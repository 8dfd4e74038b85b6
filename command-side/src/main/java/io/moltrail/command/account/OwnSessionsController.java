package io.moltrail.command.account;

import io.moltrail.web.pages.Page;
import io.moltrail.web.pages.PageRequest;
import io.moltrail.web.security.Caller;
import io.moltrail.web.security.CallerAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's sessions. */
@RestController
@Tag(name = "Accounts")
class OwnSessionsController {

  private final OwnSessions sessions;

  OwnSessionsController(OwnSessions sessions) {
    this.sessions = sessions;
  }

  @Operation(
      summary = "Where I am logged in",
      description = "The sessions that go on, newest first.")
  @ApiResponse(responseCode = "200", description = "A page of sessions")
  @GetMapping("/v1/auth/sessions")
  Page<SessionResource> list(Caller caller, PageRequest page) {
    return sessions.page(caller, page);
  }

  @Operation(
      summary = "End one of my sessions",
      description =
          "Its access tokens stop within a second, on every node. What is somebody else's or has"
              + " ended is not there.")
  @ApiResponse(responseCode = "204", description = "The session has ended")
  @DeleteMapping("/v1/auth/sessions/{sid}")
  ResponseEntity<Void> end(@PathVariable String sid, Caller caller, CallerAddress from) {
    sessions.end(sid, caller.user(), from);
    return ResponseEntity.noContent().build();
  }

  @Operation(
      summary = "Log out everywhere",
      description = "Ends all sessions of the caller, this one too.")
  @ApiResponse(responseCode = "204", description = "All sessions have ended")
  @PostMapping("/v1/auth/logout-all")
  ResponseEntity<Void> logoutAll(Caller caller, CallerAddress from) {
    sessions.endAll(caller.user(), from);
    return ResponseEntity.noContent().build();
  }
}

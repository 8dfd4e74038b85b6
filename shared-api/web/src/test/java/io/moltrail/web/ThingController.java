package io.moltrail.web;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.limits.AccountLimits;
import io.moltrail.web.openapi.Refuses;
import io.moltrail.web.pages.Cursors;
import io.moltrail.web.pages.Page;
import io.moltrail.web.pages.PageRequest;
import io.moltrail.web.permissions.Permissions;
import io.moltrail.web.permissions.TestPermissions;
import io.moltrail.web.problems.ServiceUnavailable;
import io.moltrail.web.requests.BodyLimit;
import io.moltrail.web.requests.ChangeReason;
import io.moltrail.web.requests.Form;
import io.moltrail.web.requests.IfMatch;
import io.moltrail.web.requests.Versions;
import io.moltrail.web.requests.WaitPreference;
import io.moltrail.web.security.Caller;
import io.moltrail.web.security.CallerAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One route for each thing that the edge promises. */
@RestController
class ThingController {

  @Autowired private Cursors cursors;
  @Autowired private AccountLimits limits;

  /** Who may do what here, beside the API. */
  static Permissions permissions() {
    return Permissions.api()
        .and(
            Stream.of(
                    "GET /v1/things",
                    "POST /v1/things",
                    "POST /v1/things:batch",
                    "POST /v1/small",
                    "POST /v1/plain",
                    "POST /v1/secret-projects/{project}",
                    "GET /v1/secret-projects/{project}/things",
                    "GET /v1/projects/{project}",
                    "GET /v1/by-owner",
                    "PATCH /v1/versions/{project}",
                    "GET /v1/wait",
                    "GET /v1/whoami",
                    "GET /v1/cached",
                    "GET /v1/fail/{how}",
                    "GET /v1/later")
                .map(TestPermissions::user)
                .toList())
        .and(
            List.of(
                TestPermissions.administrator("POST /v1/admin/things"),
                TestPermissions.administrator("GET /v1/admin/later")));
  }

  record Thing(@NotNull @Size(max = 10) String name, Integer count, Boolean on, List<Part> parts) {}

  record Part(String id, UserId owner) {}

  @GetMapping("/v1/things")
  Page<String> things(PageRequest page) {
    String seen = page.cursorPayload().orElse("start");
    List<String> items = List.of(seen, "and more").subList(0, Math.min(page.limit(), 1));
    return new Page<>(items, cursors.seal("after " + seen), page.total() ? 7L : null);
  }

  @PostMapping("/v1/things")
  Thing add(@RequestBody Thing thing) {
    return thing;
  }

  @PostMapping("/v1/things:batch")
  Map<String, Integer> batch(@RequestBody Thing thing) {
    return Map.of("parts", thing.parts().size());
  }

  @BodyLimit(512)
  @PostMapping("/v1/small")
  Thing small(@RequestBody Thing thing) {
    return thing;
  }

  @PostMapping("/v1/plain")
  Map<String, Boolean> plain() {
    return Map.of("ok", true);
  }

  @PostMapping("/v1/secret-projects/{project}")
  Thing hidden(@RequestBody Form<Thing> form, @PathVariable ProjectId project) {
    if (project.toString().endsWith("0")) {
      throw new Refusal.NotFound();
    }
    return form.value();
  }

  @GetMapping("/v1/secret-projects/{project}/things")
  Page<String> hiddenThings(PageRequest page, @PathVariable ProjectId project) {
    if (project.toString().endsWith("0")) {
      throw new Refusal.NotFound();
    }
    return new Page<>(List.of("limit " + page.limit()), null, null);
  }

  @GetMapping("/v1/projects/{project}")
  Map<String, Object> project(@PathVariable ProjectId project) {
    return Map.of("id", project);
  }

  @GetMapping("/v1/by-owner")
  Map<String, Object> byOwner(@RequestParam UserId owner) {
    return Map.of("owner", owner);
  }

  @PatchMapping("/v1/versions/{project}")
  ResponseEntity<Map<String, Object>> change(
      @PathVariable ProjectId project, IfMatch ifMatch, ChangeReason reason) {
    Optional<String> why = reason.text();
    long version = ifMatch.required();
    return ResponseEntity.ok()
        .header("ETag", Versions.etag(version + 1))
        .body(Map.of("version", version, "reason", why.orElse("none")));
  }

  @GetMapping("/v1/wait")
  Map<String, Long> patience(WaitPreference wait) {
    return Map.of("seconds", wait.atMost().toSeconds());
  }

  @GetMapping("/v1/whoami")
  Map<String, Object> whoami(Caller caller, CallerAddress from) {
    return Map.of("user", caller.user(), "session", caller.sessionId(), "from", from.key());
  }

  @PostMapping("/v1/admin/things")
  Thing administer(@RequestBody Thing thing) {
    return thing;
  }

  @GetMapping("/v1/admin/later")
  Callable<String> administerLater() {
    return () -> "done";
  }

  @PostMapping("/v1/auth/login")
  Map<String, Boolean> login(@RequestBody Thing account, CallerAddress from) {
    limits.login(from, account.name());
    return Map.of("ok", true);
  }

  @GetMapping("/v1/cached")
  ResponseEntity<String> cached() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header("Content-Security-Policy", "sandbox")
        .body("seldom changes");
  }

  @Refuses({"conflict", "422 conflict"})
  @GetMapping("/v1/fail/{how}")
  String fail(@PathVariable String how) throws Throwable {
    throw switch (how) {
      case "conflict" ->
          new Refusal.Conflict(
              "duplicate-thing", "It is there.", Map.of("existing", Map.of("number", "T-1")));
      case "stale" -> new Refusal.StaleVersion();
      case "reason" -> new Refusal.ReasonRequired();
      case "forbidden" -> new Refusal.Forbidden("You may only look.");
      case "unavailable" -> new ServiceUnavailable("projection-lag", Duration.ofMillis(1500));
      case "wrapped" -> new IllegalStateException("wrapper", new Refusal.NotFound());
      case "database" -> new DataAccessResourceFailureException("jdbc:postgresql://secret");
      case "unique" -> new DuplicateKeyException("uq_email_claim");
      case "race" -> new CannotAcquireLockException("uq_email_claim");
      case "overflow" -> new StackOverflowError();
      default -> new IllegalStateException("select password from io.moltrail.Secret");
    };
  }

  @GetMapping("/v1/later")
  Callable<String> later() {
    return () -> {
      throw new IllegalStateException("in another thread");
    };
  }
}

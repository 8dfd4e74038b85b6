package io.moltrail.web.health;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For probes: a word and a status, no detail. */
@RestController
@Tag(name = "Health")
final class HealthController {

  private static final Health UP = new Health("up");
  private static final Health DOWN = new Health("down");

  private final Readiness readiness;

  HealthController(Readiness readiness) {
    this.readiness = readiness;
  }

  @GetMapping("/health/live")
  @Operation(
      summary = "Whether this process lives",
      description = "For probes that start it again. Asks nothing else.")
  @ApiResponse(responseCode = "200", description = "It answers, so it lives.")
  Health live() {
    return UP;
  }

  @GetMapping("/health/ready")
  @Operation(
      summary = "Whether this process can serve",
      description = "For gateways. Databases, Redis and the read tables must be within reach.")
  @ApiResponse(responseCode = "200", description = "It can serve.")
  @ApiResponse(responseCode = "503", description = "It cannot, for now; the log says why.")
  ResponseEntity<Health> ready() {
    return readiness.ready()
        ? ResponseEntity.ok(UP)
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
            .header("Retry-After", "1")
            .body(DOWN);
  }

  record Health(String status) {}
}

package io.moltrail.command.account;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What others have to know of us: the keys under which our tokens are good, and whom to tell of a
 * weakness.
 */
@RestController
@Tag(name = "Well-known")
@SecurityRequirements
class WellKnownController {

  private static final CacheControl FIVE_MINUTES =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  private final SigningKeys keys;
  private final SecurityContact contact;

  WellKnownController(SigningKeys keys, SecurityContact contact) {
    this.keys = keys;
    this.contact = contact;
  }

  @Operation(
      summary = "The keys of our access tokens",
      description = "A JSON Web Key Set (RFC 7517): P-256, public.")
  @ApiResponse(responseCode = "200", description = "The key set")
  @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> jwks() {
    List<JWK> current = List.copyOf(keys.current());
    return ResponseEntity.ok()
        .cacheControl(FIVE_MINUTES)
        .body(new JWKSet(current).toJSONObject(true));
  }

  @Operation(summary = "Whom to tell of a weakness", description = "security.txt (RFC 9116).")
  @ApiResponse(responseCode = "200", description = "Contact and expiry")
  @GetMapping(path = "/.well-known/security.txt", produces = "text/plain;charset=UTF-8")
  ResponseEntity<String> securityText() {
    return ResponseEntity.ok().cacheControl(FIVE_MINUTES).body(contact.text());
  }
}

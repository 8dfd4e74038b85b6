package io.moltrail.query.users;

import io.moltrail.query.platform.freshness.QueryController;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;

/** What the tiers grant; for anyone. */
@QueryController
@Tag(name = "Accounts")
final class TiersController {

  private final Tiers tiers;

  TiersController(Tiers tiers) {
    this.tiers = tiers;
  }

  @Operation(summary = "Tiers", description = "What each tier grants. Needs no access token.")
  @ApiResponse(responseCode = "200", description = "All tiers")
  @SecurityRequirements
  @GetMapping("/v1/tiers")
  Tiers tiers() {
    return tiers;
  }
}

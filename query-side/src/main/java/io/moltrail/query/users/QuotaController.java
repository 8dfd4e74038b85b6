package io.moltrail.query.users;

import io.moltrail.messages.Refusal;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.freshness.QueryController;
import io.moltrail.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;

/** How much the caller may have. */
@QueryController
@Tag(name = "Accounts")
final class QuotaController {

  /** As many as one tier below the unlimited one allows. */
  private static final int MOST_PROJECTS = 50;

  private final Users users;
  private final Holdings holdings;
  private final Tiers tiers;

  QuotaController(Users users, Holdings holdings, Tiers tiers) {
    this.users = users;
    this.holdings = holdings;
    this.tiers = tiers;
  }

  @Operation(
      summary = "My quota",
      description =
          "What the caller's tier allows and how much of it is used. The numbers are of now and"
              + " reserve nothing; what goes beyond them is refused with quota-exceeded.")
  @ApiResponse(responseCode = "200", description = "The caller's quota")
  @GetMapping("/v1/me/quota")
  Quota quota(ReadSchema schema, Caller caller) {
    UserView me = users.find(schema, caller.user()).orElseThrow(Refusal.NotFound::new);
    return Quota.of(
        tiers.of(me.tier()),
        holdings.projectsOwned(schema, me.id()),
        holdings.fullest(schema, me.id(), MOST_PROJECTS));
  }
}

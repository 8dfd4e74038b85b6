package io.moltrail.query.users;

import io.moltrail.messages.user.Tier;
import io.moltrail.web.settings.RateLimit;
import io.moltrail.web.settings.Settings;
import io.moltrail.web.settings.TierGrants;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What each tier grants (API §1). */
@Schema(name = "Tiers")
record Tiers(List<Grant> items) {

  static Tiers of(Settings.Limits limits) {
    return new Tiers(
        Arrays.stream(Tier.values()).map(tier -> grant(tier, perMinute(limits.of(tier)))).toList());
  }

  Grant of(Tier tier) {
    return items.stream().filter(it -> it.tier() == tier).findFirst().orElseThrow();
  }

  private static Grant grant(Tier tier, long requestsPerMinute) {
    TierGrants grants = TierGrants.of(tier);
    return new Grant(
        tier,
        requestsPerMinute,
        orNull(grants.projectsOwned()),
        grants.moleculesPerProject(),
        orNull(grants.importRowsPerDay()),
        grants.searchesAtOnce());
  }

  private static @Nullable Long orNull(OptionalLong limit) {
    return limit.isPresent() ? limit.getAsLong() : null;
  }

  private static long perMinute(RateLimit limit) {
    return limit.requests() * Duration.ofMinutes(1).toMillis() / limit.per().toMillis();
  }

  /** One tier. What is null has no limit. */
  @Schema(name = "Tier")
  record Grant(
      Tier tier,
      @Schema(example = "120") long requestsPerMinute,
      @Schema(example = "5", description = "null: no limit") @Nullable Long projectsOwned,
      @Schema(example = "10000") long moleculesPerProject,
      @Schema(example = "20000", description = "null: no limit") @Nullable Long importRowsPerDay,
      @Schema(example = "2") int searchesAtOnce) {}
}

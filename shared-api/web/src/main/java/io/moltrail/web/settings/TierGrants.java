package io.moltrail.web.settings;

import io.moltrail.messages.user.Tier;
import java.util.OptionalLong;

/**
 * What a tier grants besides requests per minute (API §1). Empty: no limit.
 *
 * @param searchesAtOnce of one user, on one node
 */
public record TierGrants(
    OptionalLong projectsOwned,
    long moleculesPerProject,
    OptionalLong importRowsPerDay,
    int searchesAtOnce) {

  public static TierGrants of(Tier tier) {
    return switch (tier) {
      case FREE -> new TierGrants(OptionalLong.of(5), 10_000, OptionalLong.of(20_000), 2);
      case PRO -> new TierGrants(OptionalLong.of(50), 250_000, OptionalLong.of(500_000), 8);
      case ENTERPRISE -> new TierGrants(OptionalLong.empty(), 5_000_000, OptionalLong.empty(), 32);
    };
  }
}

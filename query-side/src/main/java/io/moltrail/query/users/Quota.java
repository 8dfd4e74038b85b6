package io.moltrail.query.users;

import io.moltrail.messages.user.Tier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the caller's tier allows, and how much of it is used. */
@Schema(name = "Quota")
record Quota(
    Tier tier,
    @Schema(description = "what is left of this minute stands in X-RateLimit-Remaining")
        Limit requestsPerMinute,
    Limit searchesAtOnce,
    @Schema(description = "archived projects count, for they can be restored") Use projectsOwned,
    @Schema(description = "in each project that the caller owns, whoever adds them")
        Limit moleculesPerProject,
    @Schema(
            description =
                "the projects that the caller owns, fullest first, at most the 50 fullest")
        List<Owned> projects) {

  Quota {
    projects = List.copyOf(projects);
  }

  static Quota of(Tiers.Grant grant, long projectsOwned, List<Holdings.Holding> fullest) {
    return new Quota(
        grant.tier(),
        new Limit(grant.requestsPerMinute()),
        new Limit(grant.searchesAtOnce()),
        new Use(projectsOwned, grant.projectsOwned()),
        new Limit(grant.moleculesPerProject()),
        fullest.stream().map(it -> owned(it, grant.moleculesPerProject())).toList());
  }

  private static Owned owned(Holdings.Holding holding, long limit) {
    return new Owned(
        holding.id().toString(),
        holding.code(),
        holding.name(),
        new Use(holding.molecules(), limit));
  }

  /** A bound. */
  @Schema(name = "QuotaLimit")
  record Limit(@Schema(example = "120") long limit) {}

  /**
   * How much of what is allowed is used; more than that after a tier was lowered, for nothing is
   * taken away.
   */
  @Schema(name = "QuotaUse")
  record Use(
      @Schema(example = "3") long used,
      @Schema(example = "5", description = "null: no limit") @Nullable Long limit) {}

  /** One project and how full it is. */
  @Schema(name = "QuotaProject")
  record Owned(
      String id,
      @Schema(example = "KIN") String code,
      @Schema(example = "Kinase inhibitors", description = "null once erased")
          @Nullable String name,
      @Schema(description = "archived molecules count") Use molecules) {}
}

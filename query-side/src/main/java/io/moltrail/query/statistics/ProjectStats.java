package io.moltrail.query.statistics;

import io.moltrail.messages.project.MemberRole;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A project in figures.
 *
 * @param membersByRole with every role
 * @param moleculesAddedPerDay the oldest day first, without a gap
 */
@Schema(name = "ProjectStats")
record ProjectStats(
    Molecules molecules,
    @Schema(
            description = "how many members have which role; every role is there",
            example = "{\"VIEWER\": 0, \"EDITOR\": 3, \"OWNER\": 1}")
        Map<MemberRole, Long> membersByRole,
    @Schema(
            description =
                "how many people have added the molecules that stand in it, whether they are"
                    + " members still or not",
            example = "3")
        long contributors,
    @Schema(description = "the last 30 days in UTC, oldest first, today included")
        List<Day> moleculesAddedPerDay,
    @Schema(description = "over the molecules that are not archived") Properties properties) {

  ProjectStats {
    membersByRole = Collections.unmodifiableMap(new EnumMap<>(membersByRole));
    moleculesAddedPerDay = List.copyOf(moleculesAddedPerDay);
  }

  /** How many stand in it. */
  @Schema(name = "ProjectStatsMolecules")
  record Molecules(
      @Schema(description = "with the archived ones", example = "412") long total,
      @Schema(example = "7") long archived) {}

  /** How many were added on one day, of those that stand in the project now. */
  @Schema(name = "ProjectStatsDay")
  record Day(@Schema(example = "2026-11-24") LocalDate date, @Schema(example = "25") long added) {}

  /** Between what bounds the molecules lie. Null: there is none. */
  @Schema(name = "ProjectStatsProperties")
  record Properties(
      @Schema(description = "g/mol; null without a molecule") @Nullable Range averageMass,
      @Schema(description = "null without a molecule") @Nullable Range logP) {}

  /** Smallest, mean (to four decimals) and greatest value. */
  @Schema(name = "ProjectStatsRange")
  record Range(
      @Schema(example = "46.0684") double min,
      @Schema(example = "312.4418") double mean,
      @Schema(example = "733.9275") double max) {}
}

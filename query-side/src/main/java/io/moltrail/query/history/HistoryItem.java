package io.moltrail.query.history;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that happened. */
@Schema(name = "HistoryItem")
record HistoryItem(
    @Schema(description = "of the subject, from here on", example = "2") long version,
    String eventId,
    Instant at,
    Actor actor,
    @Schema(description = "what happened", example = "molecule.renamed") String action,
    Subject subject,
    @Schema(description = "in the actor's words; [erased] once it has been erased")
        @Nullable String reason,
    @Nullable String requestId,
    @Schema(
            description =
                "the fields that changed, as they were; null at the beginning, and for what this"
                    + " version does not know")
        @Nullable Map<String, Object> before,
    @Schema(description = "the same fields, as they are from here on")
        @Nullable Map<String, Object> after) {

  /** Who did it. */
  @Schema(name = "HistoryActor")
  record Actor(
      @Schema(description = "a user's id, or `anonymous` or `installation`") String id,
      @Schema(description = "null once erased, and for who is no user")
          @Nullable String displayName) {}

  /** What it happened to. */
  @Schema(name = "HistorySubject")
  record Subject(@Schema(example = "molecule") String type, String id) {}
}

package io.moltrail.messages;

import java.util.Set;

/**
 * The keys of an event's metadata. Values are strings; {@link #REASON} alone is stored in an
 * envelope. What stands under the others stands in clear for ever, so none may tell something about
 * a person.
 */
public final class MetadataKeys {

  /** Pseudonym of who gave the command. */
  public static final String ACTOR = "actor";

  /** The request that started it all. */
  public static final String CORRELATION_ID = "correlationId";

  /** The command that caused the event. */
  public static final String CAUSATION_ID = "causationId";

  /** The HTTP request, as it stands in logs and problem details. */
  public static final String REQUEST_ID = "requestId";

  /** Why somebody made the change, in their own words. */
  public static final String REASON = "reason";

  /** All there are. The event store refuses any other. */
  public static final Set<String> ALL =
      Set.of(ACTOR, CORRELATION_ID, CAUSATION_ID, REQUEST_ID, REASON);

  private MetadataKeys() {}
}

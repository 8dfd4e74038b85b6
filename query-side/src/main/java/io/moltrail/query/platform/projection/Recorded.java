package io.moltrail.query.platform.projection;

import java.time.Instant;

/**
 * The circumstances of an event that are part of what it means.
 *
 * @param version of the aggregate from this event on
 * @param actor pseudonym of who caused it, or one of the fixed words of {@code Actor}
 */
public record Recorded(long version, Instant at, String actor) {}

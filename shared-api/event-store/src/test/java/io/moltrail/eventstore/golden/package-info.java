/** Stored samples of every event type and revision: what the log holds must stay readable. */
@NullMarked
package io.moltrail.eventstore.golden;

import org.jspecify.annotations.NullMarked;

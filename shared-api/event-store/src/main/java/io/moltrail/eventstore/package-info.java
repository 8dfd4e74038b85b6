/** How events are written to and read from PostgreSQL, and which database roles may do so. */
@NullMarked
package io.moltrail.eventstore;

import org.jspecify.annotations.NullMarked;

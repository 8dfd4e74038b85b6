/** A log to read from, and the query side as a real process. */
@NullMarked
package io.moltrail.query.testing;

import org.jspecify.annotations.NullMarked;

/** Consistency tokens: the place in the log that a write has reached. */
@NullMarked
package io.moltrail.web.consistency;

import org.jspecify.annotations.NullMarked;

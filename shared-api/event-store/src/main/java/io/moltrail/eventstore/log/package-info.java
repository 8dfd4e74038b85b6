/** How events are appended to the log, read from it in order, and announced. */
@NullMarked
package io.moltrail.eventstore.log;

import org.jspecify.annotations.NullMarked;

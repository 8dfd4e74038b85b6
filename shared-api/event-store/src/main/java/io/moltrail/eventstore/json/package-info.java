/** How messages become JSON, and which stored name stands for which event. */
@NullMarked
package io.moltrail.eventstore.json;

import org.jspecify.annotations.NullMarked;

/** Moltrail in one process: both sides, their database and their Redis. */
@NullMarked
package io.moltrail.standalone;

import org.jspecify.annotations.NullMarked;

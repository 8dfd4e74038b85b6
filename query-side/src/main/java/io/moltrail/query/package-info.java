/** The query side: events in, read tables, answers out. */
@NullMarked
package io.moltrail.query;

import org.jspecify.annotations.NullMarked;

/** What the edge needs to know from a query side that runs alone. */
@NullMarked
package io.moltrail.query.platform.backends;

import org.jspecify.annotations.NullMarked;

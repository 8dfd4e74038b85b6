/** What the query side is assembled from below its questions. */
@NullMarked
package io.moltrail.query.platform;

import org.jspecify.annotations.NullMarked;

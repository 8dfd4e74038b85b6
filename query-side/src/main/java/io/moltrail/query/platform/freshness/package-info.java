/** How new an answer is: waiting for one's own write, the lag, and when not to answer. */
@NullMarked
package io.moltrail.query.platform.freshness;

import org.jspecify.annotations.NullMarked;

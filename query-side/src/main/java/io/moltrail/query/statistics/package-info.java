/** How does a project stand, in figures? */
@NullMarked
package io.moltrail.query.statistics;

import org.jspecify.annotations.NullMarked;

/** How lists are cut into pages. */
@NullMarked
package io.moltrail.query.platform.lists;

import org.jspecify.annotations.NullMarked;

/** How often a caller may call, and how the answer says so. */
@NullMarked
package io.moltrail.web.limits;

import org.jspecify.annotations.NullMarked;

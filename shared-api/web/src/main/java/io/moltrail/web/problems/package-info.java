/** How errors leave: problem details (RFC 9457) with stable codes. */
@NullMarked
package io.moltrail.web.problems;

import org.jspecify.annotations.NullMarked;

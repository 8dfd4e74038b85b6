/** How requests are read: ids, bodies, preconditions, reasons, preferences. */
@NullMarked
package io.moltrail.web.requests;

import org.jspecify.annotations.NullMarked;

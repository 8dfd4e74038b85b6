/** How events that were stored in older revisions are read as today's, and which are not known. */
@NullMarked
package io.moltrail.eventstore.upcasting;

import org.jspecify.annotations.NullMarked;

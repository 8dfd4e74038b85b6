/** How erasable values are sealed under a subject's data key and opened again. */
@NullMarked
package io.moltrail.eventstore.envelope;

import org.jspecify.annotations.NullMarked;

/** What can be said about molecules. */
@NullMarked
package io.moltrail.messages.molecule;

import org.jspecify.annotations.NullMarked;

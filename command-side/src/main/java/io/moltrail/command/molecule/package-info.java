/** Molecules: registering and naming them. */
@NullMarked
package io.moltrail.command.molecule;

import org.jspecify.annotations.NullMarked;

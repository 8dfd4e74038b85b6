/** Holds {@code deploy/inventory} to what there really is: every place where a value can stand. */
@NullMarked
package io.moltrail.inventory;

import org.jspecify.annotations.NullMarked;

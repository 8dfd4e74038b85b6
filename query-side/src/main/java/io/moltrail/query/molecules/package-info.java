/** Which molecules are there, and where is this structure? */
@NullMarked
package io.moltrail.query.molecules;

import org.jspecify.annotations.NullMarked;

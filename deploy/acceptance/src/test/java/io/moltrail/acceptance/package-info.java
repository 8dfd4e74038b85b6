/** Tests that see Moltrail from outside: over HTTP, and as a tree of files. */
@NullMarked
package io.moltrail.acceptance;

import org.jspecify.annotations.NullMarked;

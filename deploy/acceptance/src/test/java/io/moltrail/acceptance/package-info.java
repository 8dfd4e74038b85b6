/** Moltrail as its users meet it: real processes, real HTTP. */
@NullMarked
package io.moltrail.acceptance;

import org.jspecify.annotations.NullMarked;

/**
 * What a structure is: the gate it must pass, the form it is stored in, the keys it is known by,
 * and its numbers.
 */
@NullMarked
package io.moltrail.chemistry;

import org.jspecify.annotations.NullMarked;

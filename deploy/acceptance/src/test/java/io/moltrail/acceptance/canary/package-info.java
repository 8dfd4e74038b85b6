/**
 * Looks for values that must not stand in clear, however they are encoded, in a whole PostgreSQL.
 */
@NullMarked
package io.moltrail.acceptance.canary;

import org.jspecify.annotations.NullMarked;

/**
 * How events reach the read tables: one processor, whole batches, rows and token in one
 * transaction.
 */
@NullMarked
package io.moltrail.query.platform.projection;

import org.jspecify.annotations.NullMarked;

/**
 * PostgreSQL and Redis for tests, from containers when an engine answers, from embedded binaries
 * otherwise.
 */
@NullMarked
package io.moltrail.eventstore.testing;

import org.jspecify.annotations.NullMarked;

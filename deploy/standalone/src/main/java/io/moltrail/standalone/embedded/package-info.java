/**
 * PostgreSQL and Redis as processes of the standalone, kept in its data folder and gone when it is.
 */
@NullMarked
package io.moltrail.standalone.embedded;

import org.jspecify.annotations.NullMarked;

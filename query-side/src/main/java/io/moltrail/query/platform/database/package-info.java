/** Which databases the query side reads and writes, and the two schemas of read tables. */
@NullMarked
package io.moltrail.query.platform.database;

import org.jspecify.annotations.NullMarked;

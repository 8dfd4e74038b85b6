/** Where the query side reads and writes; what it is made of below its questions. */
@NullMarked
package io.moltrail.query.platform;

import org.jspecify.annotations.NullMarked;

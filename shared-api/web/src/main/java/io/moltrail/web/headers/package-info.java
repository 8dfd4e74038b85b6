/** The headers that every answer carries. */
@NullMarked
package io.moltrail.web.headers;

import org.jspecify.annotations.NullMarked;

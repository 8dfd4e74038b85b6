/** The one connection to Redis of the edge, and what happens when Redis is away. */
@NullMarked
package io.moltrail.web.redis;

import org.jspecify.annotations.NullMarked;

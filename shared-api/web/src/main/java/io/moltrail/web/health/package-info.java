/** Whether this process lives and can serve. */
@NullMarked
package io.moltrail.web.health;

import org.jspecify.annotations.NullMarked;

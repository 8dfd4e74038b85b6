/** Who am I, and who may call? */
@NullMarked
package io.moltrail.query.users;

import org.jspecify.annotations.NullMarked;

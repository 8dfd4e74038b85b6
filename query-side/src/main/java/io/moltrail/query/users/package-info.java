/** Who am I, how much may I have, and who may call? */
@NullMarked
package io.moltrail.query.users;

import org.jspecify.annotations.NullMarked;

/** Users: who may open an account, and how an address becomes theirs. */
@NullMarked
package io.moltrail.command.user;

import org.jspecify.annotations.NullMarked;

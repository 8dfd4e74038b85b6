/** Who calls: access tokens, live rights, client addresses; nobody by default. */
@NullMarked
package io.moltrail.web.security;

import org.jspecify.annotations.NullMarked;

/** What can be said about users. */
@NullMarked
package io.moltrail.messages.user;

import org.jspecify.annotations.NullMarked;

/** What every message is made of: ids, erasable values, refusals, and who acts. */
@NullMarked
package io.moltrail.messages;

import org.jspecify.annotations.NullMarked;

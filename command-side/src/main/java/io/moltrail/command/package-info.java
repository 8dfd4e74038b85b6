/** The command side: HTTP in, decisions, events out. */
@NullMarked
package io.moltrail.command;

import org.jspecify.annotations.NullMarked;

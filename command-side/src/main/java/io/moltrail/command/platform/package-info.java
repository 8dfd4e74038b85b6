/**
 * How a command is carried out: locks, actor, decision, and all that is written with its events.
 */
@NullMarked
package io.moltrail.command.platform;

import org.jspecify.annotations.NullMarked;

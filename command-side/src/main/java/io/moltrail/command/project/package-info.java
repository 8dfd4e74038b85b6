/** Projects and their members: who may change what. */
@NullMarked
package io.moltrail.command.project;

import org.jspecify.annotations.NullMarked;

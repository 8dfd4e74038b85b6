/** What an operator runs by hand from the command line, without the web server. */
@NullMarked
package io.moltrail.command.jobs;

import org.jspecify.annotations.NullMarked;

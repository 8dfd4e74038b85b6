/** What happened to it, when, by whom and why? */
@NullMarked
package io.moltrail.query.history;

import org.jspecify.annotations.NullMarked;

/** What every endpoint obeys, and what the edge needs from the side behind it. */
@NullMarked
package io.moltrail.web;

import org.jspecify.annotations.NullMarked;

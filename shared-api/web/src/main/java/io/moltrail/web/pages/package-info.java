/** Pages of lists and the sealed cursors between them. */
@NullMarked
package io.moltrail.web.pages;

import org.jspecify.annotations.NullMarked;

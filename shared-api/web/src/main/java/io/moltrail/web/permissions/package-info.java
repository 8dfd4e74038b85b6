/** The one table of who may do what, on which route and to what. */
@NullMarked
package io.moltrail.web.permissions;

import org.jspecify.annotations.NullMarked;

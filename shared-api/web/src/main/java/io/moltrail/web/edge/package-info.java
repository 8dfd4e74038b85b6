/**
 * The way of a request through the edge: in which order it is named, limited, recognised and let
 * in.
 */
@NullMarked
package io.moltrail.web.edge;

import org.jspecify.annotations.NullMarked;

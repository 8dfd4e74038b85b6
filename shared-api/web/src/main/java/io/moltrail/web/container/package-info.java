/** What the servlet container answers by itself, before any filter of ours. */
@NullMarked
package io.moltrail.web.container;

import org.jspecify.annotations.NullMarked;

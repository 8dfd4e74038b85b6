/** Which projects may I see, and who is in them? */
@NullMarked
package io.moltrail.query.projects;

import org.jspecify.annotations.NullMarked;

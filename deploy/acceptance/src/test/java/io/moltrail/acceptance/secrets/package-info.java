/** Looks for credentials in every file that a commit would carry. */
@NullMarked
package io.moltrail.acceptance.secrets;

import org.jspecify.annotations.NullMarked;

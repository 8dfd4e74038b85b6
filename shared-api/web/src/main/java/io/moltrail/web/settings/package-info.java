/**
 * Everything that is configured, read once from the environment and refused as a whole when wrong.
 */
@NullMarked
package io.moltrail.web.settings;

import org.jspecify.annotations.NullMarked;

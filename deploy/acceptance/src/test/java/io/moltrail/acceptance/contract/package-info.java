/** Does each answer keep to the API document of the process that gave it? */
@NullMarked
package io.moltrail.acceptance.contract;

import org.jspecify.annotations.NullMarked;

/** Classes that break the house rules on purpose; packages mirror the modules. */
@NullMarked
package io.moltrail.architecture.samples;

import org.jspecify.annotations.NullMarked;

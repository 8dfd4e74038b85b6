/** Holds DESIGN.md's arrows and STYLE.md's habits, each rule proved on a sample that breaks it. */
@NullMarked
package io.moltrail.architecture;

import org.jspecify.annotations.NullMarked;

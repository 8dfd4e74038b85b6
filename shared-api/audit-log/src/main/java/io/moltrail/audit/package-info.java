/** How a stored event becomes the bytes that are hashed, so that nobody can change it unnoticed. */
@NullMarked
package io.moltrail.audit;

import org.jspecify.annotations.NullMarked;

/** The OpenAPI document, made from the code. */
@NullMarked
package io.moltrail.web.openapi;

import org.jspecify.annotations.NullMarked;

package io.moltrail.web.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * With which problems an operation may answer, beside those that follow from its path and its
 * parameters. On a controller it holds for all its operations.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

  /**
   * Codes of the catalogue; {@code "409 batch-refused"} where the status is not the catalogue's.
   */
  String[] value();
}

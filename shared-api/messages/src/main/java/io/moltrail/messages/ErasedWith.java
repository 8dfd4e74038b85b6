package io.moltrail.messages;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the component of the same event whose id is the subject under whose data key this value is
 * sealed.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.RECORD_COMPONENT,
  ElementType.METHOD,
  ElementType.FIELD,
  ElementType.PARAMETER
})
public @interface ErasedWith {

  /** The name of a record component of type {@link Id}. */
  String value();

  /**
   * Free text that people typed: it has a key of its own, {@code text:<event id>}, which the
   * subject's key wraps. So it can be erased alone, and is gone with its subject. The event's
   * reason is under the same key; so the subject must be the event's own.
   */
  boolean text() default false;
}

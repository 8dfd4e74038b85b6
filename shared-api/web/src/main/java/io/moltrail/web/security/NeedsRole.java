package io.moltrail.web.security;

import io.moltrail.messages.user.SystemRole;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller method, or all of a controller, for holders of one of these system roles only;
 * others get 403.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsRole {

  SystemRole[] value();
}

package io.moltrail.query.platform.freshness;

import io.moltrail.web.openapi.Refuses;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers from the read tables. {@link FreshAnswers} stands before each of its methods, and before
 * no others: in the standalone one dispatcher serves both sides.
 */
@Documented
@RestController
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Refuses({"log-restored", "malformed-token", "projection-lag"})
public @interface QueryController {}

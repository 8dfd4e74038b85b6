package io.moltrail.query.platform.freshness;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
@ApiResponse(
    responseCode = "409",
    description =
        "`log-restored`: the log was restored to before the write that `X-Consistency-Token` names")
@ApiResponse(
    responseCode = "503",
    description = "`projection-lag`: the answer would be stale; try again as `Retry-After` says")
public @interface QueryController {}

package io.moltrail.web.problems;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.moltrail.messages.Refusal.Fault;
import java.util.List;
import java.util.Map;

/**
 * A problem as it leaves (RFC 9457).
 *
 * @param instance the path that was called, without its query
 * @param traceId the request id, under which the log tells more
 * @param facts further members
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String traceId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors,
    @JsonAnyGetter Map<String, Object> facts) {

  static final String MEDIA_TYPE = "application/problem+json";
}

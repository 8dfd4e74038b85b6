package io.moltrail.web.requests;

import io.moltrail.web.consistency.ConsistencyTokens;
import io.moltrail.web.problems.BadRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Before a controller method runs: nothing of the request would be passed over in silence. Whoever
 * misspells a filter, says a header twice or sends a body where none is read believes that it
 * counts (400).
 */
final class NothingUnread implements HandlerInterceptor {

  private static final List<String> SINGLE =
      List.of(IfMatch.HEADER, ChangeReason.HEADER, ConsistencyTokens.HEADER);

  private static final String EMPTY_OBJECT = "{}";

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (handler instanceof HandlerMethod method && request.getRequestURI().startsWith("/v1/")) {
      requireSingleHeaders(request);
      if (takesNoBody(method)) {
        requireNoBody(request);
      }
      requireKnownQuery(request.getParameterMap(), queryOf(method));
    }
    return true;
  }

  private static void requireSingleHeaders(HttpServletRequest request) {
    for (String header : SINGLE) {
      if (Collections.list(request.getHeaders(header)).size() > 1) {
        throw malformed(header + " must not be there twice.");
      }
    }
  }

  private static boolean takesNoBody(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .noneMatch(it -> it.hasParameterAnnotation(RequestBody.class));
  }

  /** Many clients cannot post nothing: an empty object is nothing, too. */
  private static void requireNoBody(HttpServletRequest request) throws IOException {
    if (!BodyRules.hasBody(request)) {
      return;
    }
    byte[] body = request.getInputStream().readNBytes(EMPTY_OBJECT.length() + 1);
    boolean empty =
        body.length == 0
            || ("POST".equals(request.getMethod())
                && BodyRules.isJson(request.getContentType())
                && EMPTY_OBJECT.equals(new String(body, StandardCharsets.UTF_8)));
    if (!empty) {
      throw malformed("No body is read here.");
    }
  }

  private static void requireKnownQuery(Map<String, String[]> query, Set<String> known) {
    query.forEach(
        (name, values) -> {
          if (!known.contains(name)) {
            throw malformed("The query has a parameter that is not read here.");
          }
          if (values.length > 1) {
            throw malformed("The query has " + name + " more than once.");
          }
        });
  }

  private static Set<String> queryOf(HandlerMethod method) {
    return Arrays.stream(method.getMethod().getParameters())
        .flatMap(NothingUnread::queryOf)
        .collect(Collectors.toSet());
  }

  private static Stream<String> queryOf(Parameter parameter) {
    ReadsQuery all = parameter.getType().getAnnotation(ReadsQuery.class);
    RequestParam one = parameter.getAnnotation(RequestParam.class);
    if (one != null) {
      return Stream.of(one.name().isEmpty() ? parameter.getName() : one.name());
    }
    return all == null ? Stream.of() : Stream.of(all.value());
  }

  private static BadRequest malformed(String sentence) {
    return new BadRequest("malformed-request", sentence);
  }
}

package io.moltrail.web.requests;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Before a controller method runs: its body is JSON (415), and not too long as far as its length is
 * announced (413).
 */
final class BodyRules implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws HttpMediaTypeNotSupportedException {
    if (handler instanceof HandlerMethod method) {
      if (readsJson(method)) {
        requireJson(request);
      }
      LimitedRequest limited = WebUtils.getNativeRequest(request, LimitedRequest.class);
      if (limited != null) {
        limited.limit(limit(request, method));
      }
    }
    return true;
  }

  private static long limit(HttpServletRequest request, HandlerMethod method) {
    return Optional.ofNullable(method.getMethodAnnotation(BodyLimit.class))
        .map(BodyLimit::value)
        .orElseGet(() -> BodyLimitFilter.of(request));
  }

  /** Text and raw bytes are read by routes that say themselves what they consume. */
  private static boolean readsJson(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .filter(it -> it.hasParameterAnnotation(RequestBody.class))
        .anyMatch(it -> it.getParameterType() == Form.class || it.getParameterType().isRecord());
  }

  private static void requireJson(HttpServletRequest request)
      throws HttpMediaTypeNotSupportedException {
    String type = request.getContentType();
    if (type == null ? hasBody(request) : !isJson(type)) {
      throw new HttpMediaTypeNotSupportedException("not JSON", List.of(MediaType.APPLICATION_JSON));
    }
  }

  static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  static boolean isJson(@Nullable String type) {
    try {
      MediaType media = MediaType.parseMediaType(type == null ? "" : type);
      return media.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
          && (media.getCharset() == null || media.getCharset().equals(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

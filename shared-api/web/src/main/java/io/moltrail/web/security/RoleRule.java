package io.moltrail.web.security;

import io.moltrail.messages.Refusal.Forbidden;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Holds {@link NeedsRole}, before anything else of a handler; once, for the second dispatch of an
 * asynchronous answer comes without a caller.
 */
final class RoleRule implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && request.getDispatcherType() != DispatcherType.ASYNC) {
      needed(method).ifPresent(RoleRule::require);
    }
    return true;
  }

  private static Optional<NeedsRole> needed(HandlerMethod method) {
    return Optional.ofNullable(method.getMethodAnnotation(NeedsRole.class))
        .or(
            () ->
                Optional.ofNullable(
                    AnnotatedElementUtils.findMergedAnnotation(
                        method.getBeanType(), NeedsRole.class)));
  }

  private static void require(NeedsRole needed) {
    Caller caller = CurrentCaller.required();
    if (Arrays.stream(needed.value()).noneMatch(caller.standing()::has)) {
      throw new Forbidden("This needs a role that you do not have.");
    }
  }
}

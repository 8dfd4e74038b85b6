package io.moltrail.web.security;

import io.moltrail.messages.Refusal.Forbidden;
import io.moltrail.web.permissions.Permission;
import io.moltrail.web.permissions.Permissions;
import io.moltrail.web.permissions.Who;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Holds routes to the roles of the installation that the table names, before anything else of a
 * handler, and lets nobody through to a handler of ours that the table does not name; once, for the
 * second dispatch of an asynchronous answer comes without a caller.
 */
final class RoleRule implements HandlerInterceptor {

  private final Permissions permissions;

  RoleRule(Permissions permissions) {
    this.permissions = permissions;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && isOurs(method)
        && request.getDispatcherType() == DispatcherType.REQUEST) {
      Object path = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
      require(
          permissions
              .of(request.getMethod(), String.valueOf(path))
              .map(Permission::who)
              .orElseThrow(() -> new Forbidden("Nobody may do this.")));
    }
    return true;
  }

  /** What is behind the API's routes; errors are told to everybody. */
  private static boolean isOurs(HandlerMethod method) {
    return method.getBeanType().getName().startsWith("io.moltrail.")
        && !ErrorController.class.isAssignableFrom(method.getBeanType());
  }

  private static void require(Who who) {
    if (who instanceof Who.Holder(var roles)
        && roles.stream().noneMatch(CurrentCaller.required().standing()::has)) {
      throw new Forbidden("This needs a role that you do not have.");
    }
  }
}

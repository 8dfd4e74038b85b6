package io.moltrail.web.edge;

import io.moltrail.web.limits.CallLimits;
import io.moltrail.web.problems.ProblemWriter;
import io.moltrail.web.problems.Unauthenticated;
import io.moltrail.web.security.CallerAddresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Says no before a request has come to the dispatcher. */
final class Refuser
    implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

  private final ProblemWriter problems;
  private final CallLimits limits;
  private final CallerAddresses addresses;

  Refuser(ProblemWriter problems, CallLimits limits, CallerAddresses addresses) {
    this.problems = problems;
    this.limits = limits;
    this.addresses = addresses;
  }

  void refuse(HttpServletRequest request, HttpServletResponse response, RuntimeException why)
      throws IOException {
    if (!response.containsHeader("X-RateLimit-Limit")) {
      limits.turnedAway(addresses.of(request), response);
    }
    problems.write(request, response, why);
  }

  /** Nobody was recognised, and this is not for everybody. */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    refuse(request, response, new Unauthenticated());
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    refuse(request, response, why);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
      throws IOException {
    refuse(request, response, why);
  }
}

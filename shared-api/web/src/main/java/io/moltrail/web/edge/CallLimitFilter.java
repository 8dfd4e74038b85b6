package io.moltrail.web.edge;

import io.moltrail.web.limits.CallLimits;
import io.moltrail.web.security.Caller;
import io.moltrail.web.security.CallerAddresses;
import io.moltrail.web.security.CurrentCaller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts every call, once it is known whose it is; probes and the files of the documentation are
 * free.
 */
final class CallLimitFilter extends OncePerRequestFilter {

  private static final List<? extends RequestMatcher> FREE =
      PublicRoutes.matchers(Stream.of("/health/**", "/docs/**", "/swagger-ui/**"));

  private final CallLimits limits;
  private final CallerAddresses addresses;
  private final Refuser refuser;

  CallLimitFilter(CallLimits limits, CallerAddresses addresses, Refuser refuser) {
    this.limits = limits;
    this.addresses = addresses;
    this.refuser = refuser;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      count(request, response);
    } catch (RuntimeException e) {
      refuser.refuse(request, response, e);
      return;
    }
    chain.doFilter(request, response);
  }

  private void count(HttpServletRequest request, HttpServletResponse response) {
    Optional<Caller> caller = CurrentCaller.find();
    if (caller.isPresent()) {
      limits.user(caller.get().standing(), response);
    } else {
      limits.stranger(addresses.of(request), response);
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return FREE.stream().anyMatch(it -> it.matches(request));
  }
}

package io.moltrail.web.edge;

import io.moltrail.web.problems.Unauthenticated;
import io.moltrail.web.security.Caller;
import io.moltrail.web.security.CallerAuthentication;
import io.moltrail.web.security.Recognition;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Recognises the caller by {@code Authorization: Bearer}. On public routes a token is not looked
 * at: a client whose token has run out must be able to refresh it.
 */
final class AccessTokenFilter extends OncePerRequestFilter {

  private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/=-]+) *");
  private static final String MDC_ACTOR = "actor";

  private final Recognition recognition;
  private final PublicRoutes publicRoutes;
  private final Refuser refuser;

  AccessTokenFilter(Recognition recognition, PublicRoutes publicRoutes, Refuser refuser) {
    this.recognition = recognition;
    this.publicRoutes = publicRoutes;
    this.refuser = refuser;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader("Authorization");
    if (header == null) {
      chain.doFilter(request, response);
      return;
    }
    try {
      recognised(recognised(header));
    } catch (RuntimeException e) {
      refuser.refuse(request, response, e);
      return;
    }
    chain.doFilter(request, response);
  }

  private Caller recognised(String header) {
    Matcher bearer = BEARER.matcher(header);
    return Optional.of(bearer)
        .filter(Matcher::matches)
        .flatMap(it -> recognition.recognise(it.group(1)))
        .orElseThrow(Unauthenticated::invalidToken);
  }

  private static void recognised(Caller caller) {
    SecurityContextHolder.setContext(new SecurityContextImpl(new CallerAuthentication(caller)));
    MDC.put(MDC_ACTOR, caller.user().toString());
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return publicRoutes.matches(request);
  }
}

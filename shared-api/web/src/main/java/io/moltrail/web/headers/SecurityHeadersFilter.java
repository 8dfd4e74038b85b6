package io.moltrail.web.headers;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sets {@link SecurityHeaders} on every answer, the changeable ones at the last moment. */
final class SecurityHeadersFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    SecurityHeaders.fixed(response);
    AtLastMoment watched = new AtLastMoment(response, request.getRequestURI());
    try {
      chain.doFilter(request, watched);
    } finally {
      if (!request.isAsyncStarted()) {
        watched.onResponseCommitted();
      }
    }
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private static final class AtLastMoment extends OnCommittedResponseWrapper {

    private final String path;

    AtLastMoment(HttpServletResponse response, String path) {
      super(response);
      this.path = path;
    }

    @Override
    protected void onResponseCommitted() {
      if (!isCommitted()) {
        SecurityHeaders.unlessSet((HttpServletResponse) getResponse(), path);
      }
    }
  }
}

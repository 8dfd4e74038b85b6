package io.moltrail.web.headers;

import jakarta.servlet.http.HttpServletResponse;

/** The headers that no answer goes without. */
public final class SecurityHeaders {

  static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

  /**
   * Swagger UI loads its own files and sets styles from its script; it runs no script from the
   * page.
   */
  static final String DOCS_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action"
          + " 'none'; frame-ancestors 'none'";

  private SecurityHeaders() {}

  /** Those that are the same on every answer. */
  public static void fixed(HttpServletResponse response) {
    response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  /** Those that a handler may have set otherwise, which holds. */
  public static void unlessSet(HttpServletResponse response, String path) {
    unlessSet(response, "Cache-Control", "no-store");
    unlessSet(response, "Content-Security-Policy", isDocs(path) ? DOCS_POLICY : API_POLICY);
  }

  private static void unlessSet(HttpServletResponse response, String name, String value) {
    if (!response.containsHeader(name)) {
      response.setHeader(name, value);
    }
  }

  private static boolean isDocs(String path) {
    return path.startsWith("/swagger-ui/") || path.equals("/docs") || path.startsWith("/docs/");
  }
}

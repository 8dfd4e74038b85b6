package io.moltrail.web.problems;

import java.util.List;
import java.util.Map;

/**
 * 401: nobody we know, or no longer. One sentence for all causes, so that nothing can be learned
 * from it.
 */
public final class Unauthenticated extends EdgeRefusal {

  private static final long serialVersionUID = 1L;

  /** No access token came. */
  public Unauthenticated() {
    this("unauthenticated", "Send a valid access token.", "Bearer realm=\"moltrail\"");
  }

  /** For an answer to credentials other than an access token. */
  public Unauthenticated(String code, String sentence) {
    this(code, sentence, "Bearer realm=\"moltrail\"");
  }

  private Unauthenticated(String code, String sentence, String challenge) {
    super(401, code, sentence, List.of(), Map.of("WWW-Authenticate", challenge));
  }

  /** An access token came, and is not good. */
  public static Unauthenticated invalidToken() {
    return new Unauthenticated(
        "unauthenticated",
        "The access token is not valid, no longer valid, or its session has ended.",
        "Bearer realm=\"moltrail\", error=\"invalid_token\"");
  }
}

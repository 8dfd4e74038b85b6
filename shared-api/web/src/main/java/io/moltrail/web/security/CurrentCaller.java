package io.moltrail.web.security;

import io.moltrail.web.problems.Unauthenticated;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** The caller whom this thread serves. */
public final class CurrentCaller {

  private CurrentCaller() {}

  public static Optional<Caller> find() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof CallerAuthentication known
        ? Optional.of(known.getPrincipal())
        : Optional.empty();
  }

  /**
   * @throws Unauthenticated when nobody was recognised
   */
  public static Caller required() {
    return find().orElseThrow(Unauthenticated::new);
  }
}

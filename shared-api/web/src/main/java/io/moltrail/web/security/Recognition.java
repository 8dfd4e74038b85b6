package io.moltrail.web.security;

import io.moltrail.web.Callers;
import java.util.Optional;

/**
 * From an access token to the caller it stands for, if session and user are still what they were.
 */
public final class Recognition {

  private final TokenCache tokens;
  private final Revocations revocations;
  private final Callers callers;

  Recognition(TokenCache tokens, Revocations revocations, Callers callers) {
    this.tokens = tokens;
    this.revocations = revocations;
    this.callers = callers;
  }

  /**
   * Empty when the token is not good, its session has ended, or the user is unknown, erased,
   * unverified or suspended.
   */
  public Optional<Caller> recognise(String token) {
    return tokens.verify(token).flatMap(this::caller);
  }

  private Optional<Caller> caller(AccessToken token) {
    Revocations.Answer answer = revocations.about(token.sessionId(), token.user());
    if (answer.ended()) {
      return Optional.empty();
    }
    return callers
        .find(token.user())
        .filter(it -> !it.suspended())
        .map(
            it ->
                new Caller(
                    token.user(),
                    token.sessionId(),
                    answer.lost().leave(it),
                    answer.lost().roles()));
  }
}

package io.moltrail.web.security;

import io.moltrail.messages.user.UserId;
import io.moltrail.web.CallerStanding;
import java.util.List;

/**
 * Who calls, in which session, with the rights of this moment. A controller method takes it as a
 * parameter.
 *
 * @param lost roles in projects that read tables may still show
 */
public record Caller(UserId user, String sessionId, CallerStanding standing, List<LostRole> lost) {

  public Caller {
    lost = List.copyOf(lost);
  }
}

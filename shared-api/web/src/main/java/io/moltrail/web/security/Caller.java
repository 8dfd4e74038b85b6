package io.moltrail.web.security;

import io.moltrail.messages.user.UserId;
import io.moltrail.web.CallerStanding;

/**
 * Who calls, in which session, with the rights of this moment. A controller method takes it as a
 * parameter.
 */
public record Caller(UserId user, String sessionId, CallerStanding standing) {}

package io.moltrail.web;

/** The database's answer whether a session has ended; asked when Redis is away. */
public interface RevokedSessions {

  boolean isRevoked(String sessionId);
}

package io.moltrail.web.security;

import io.moltrail.web.RevokedSessions;
import io.moltrail.web.problems.ServiceUnavailable;
import io.moltrail.web.redis.KeySpace;
import io.moltrail.web.redis.RedisGate;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions that have ended while their access tokens still run. Redis tells all nodes within a
 * request; the database knows it too and is asked when Redis is away. When neither answers, nobody
 * is let in.
 */
public final class Revocations {

  private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

  private final RedisGate redis;
  private final RevokedSessions database;

  Revocations(RedisGate redis, RevokedSessions database) {
    this.redis = redis;
    this.database = database;
  }

  /**
   * @param ttl how long an access token of this session can still run
   */
  public void revoke(String sessionId, Duration ttl) {
    redis.ask(
        it -> {
          it.opsForValue().set(KeySpace.REVOKED.key(sessionId), "1", ttl);
          return true;
        });
  }

  boolean isRevoked(String sessionId) {
    return redis
        .ask(it -> Boolean.TRUE.equals(it.hasKey(KeySpace.REVOKED.key(sessionId))))
        .orElseGet(() -> asStored(sessionId));
  }

  private boolean asStored(String sessionId) {
    try {
      return database.isRevoked(sessionId);
    } catch (RuntimeException e) {
      LOG.error("neither Redis nor the database says whether a session has ended", e);
      throw new ServiceUnavailable();
    }
  }
}

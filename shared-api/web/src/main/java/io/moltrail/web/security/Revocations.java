package io.moltrail.web.security;

import io.moltrail.messages.user.UserId;
import io.moltrail.web.RevokedSessions;
import io.moltrail.web.problems.ServiceUnavailable;
import io.moltrail.web.redis.KeySpace;
import io.moltrail.web.redis.RedisGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Sessions that have ended while their access tokens still run. Redis tells all nodes within a
 * request, and is believed as long as the command side has confirmed within the last {@link
 * #BELIEVED} that it knows them all: it may have lost them, or not have been told. Otherwise the
 * database is asked. When neither answers, nobody is let in.
 */
public final class Revocations {

  /** How long Redis is believed after it was compared with the database. */
  public static final Duration BELIEVED = Duration.ofMillis(750);

  private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
  private static final RedisScript<Long> CONFIRM =
      RedisScript.of(
          new ClassPathResource("io/moltrail/web/security/confirm-revocations.lua"), Long.class);

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

  /**
   * Tells Redis of sessions that ended lately, and confirms that it knows all others.
   *
   * @param ended with the time that an access token of each can still run
   * @param believed how long Redis may be believed from now on
   * @return false when it has lost what it was told before and needs all of them; empty when it is
   *     away
   */
  public Optional<Boolean> confirm(Map<String, Duration> ended, Duration believed) {
    return confirm(ended, believed, "some");
  }

  /** Tells Redis of all ended sessions whose access tokens can still run; otherwise the same. */
  public Optional<Boolean> confirmAll(Map<String, Duration> ended, Duration believed) {
    return confirm(ended, believed, "all");
  }

  private Optional<Boolean> confirm(Map<String, Duration> ended, Duration believed, String what) {
    List<String> keys = new ArrayList<>(List.of(KeySpace.ALL_REVOKED.prefix()));
    List<String> arguments = new ArrayList<>(List.of(what, Long.toString(believed.toMillis())));
    ended.forEach(
        (session, ttl) -> {
          keys.add(KeySpace.REVOKED.key(session));
          arguments.add(Long.toString(Math.max(1, ttl.toMillis())));
        });
    return redis.ask(it -> it.execute(CONFIRM, keys, arguments.toArray()) == 1);
  }

  /** Whether a session has ended, and what its user has lost: one question. */
  Answer about(String sessionId, UserId user) {
    List<String> keys =
        List.of(
            KeySpace.REVOKED.key(sessionId),
            KeySpace.ALL_REVOKED.prefix(),
            KeySpace.LOST.key(user.toString()));
    return redis
        .ask(it -> it.execute(AboutCallerScript.LOADED, keys))
        .map(
            known ->
                new Answer(
                    stands(known.get(0)) || (!stands(known.get(1)) && asStored(sessionId)),
                    Losses.of(known.subList(2, known.size()))))
        .orElseGet(() -> new Answer(asStored(sessionId), Losses.NONE));
  }

  private static boolean stands(String exists) {
    return "1".equals(exists);
  }

  private boolean asStored(String sessionId) {
    try {
      return database.isRevoked(sessionId);
    } catch (RuntimeException e) {
      LOG.error("neither Redis nor the database says whether a session has ended", e);
      throw new ServiceUnavailable();
    }
  }

  /**
   * @param ended whether the session is over
   * @param lost what rows may not say yet
   */
  record Answer(boolean ended, Losses lost) {}
}

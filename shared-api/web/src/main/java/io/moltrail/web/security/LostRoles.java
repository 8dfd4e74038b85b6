package io.moltrail.web.security;

import io.moltrail.messages.user.UserId;
import io.moltrail.web.redis.KeySpace;
import io.moltrail.web.redis.RedisGate;
import java.time.Duration;
import java.util.List;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Tells all query nodes through Redis who has lost a role in a project, so that a node whose rows
 * are behind does not go by them (DESIGN §5). Each entry names the project's version and counts
 * only where the rows are older, so it never stands in the way of a later change. Without Redis the
 * rows alone decide; a node that is more than three seconds behind answers nobody.
 */
public final class LostRoles {

  /**
   * Longer than a transaction can hold back the readers of the log (an hour, the migrator's
   * transaction_timeout). A node that has read what can be read and is asked later has passed it.
   */
  static final Duration KEPT = Duration.ofHours(2);

  private static final RedisScript<Long> APPEND =
      new DefaultRedisScript<>(
          "redis.call('append', KEYS[1], ARGV[1]) return redis.call('pexpire', KEYS[1], ARGV[2])",
          Long.class);

  private final RedisGate redis;

  public LostRoles(RedisGate redis) {
    this.redis = redis;
  }

  /** After the commit of the decision. */
  public void add(UserId user, LostRole lost) {
    redis.ask(
        it ->
            it.execute(
                APPEND,
                List.of(KeySpace.LOST.key(user.toString())),
                lost.appended(),
                Long.toString(KEPT.toMillis())));
  }
}

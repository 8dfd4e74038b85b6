package io.moltrail.web.security;

import io.moltrail.messages.user.UserId;
import io.moltrail.web.redis.KeySpace;
import io.moltrail.web.redis.RedisGate;
import java.time.Duration;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Tells all query nodes through Redis who has lost a role, in a project or in the installation, so
 * that a node whose rows are behind does not go by them (DESIGN §5). Each entry names a version and
 * counts only where the rows are older, so it never stands in the way of a later change. Of each
 * project and each role only the newest entry is kept: nobody can make it long for somebody else.
 * Without Redis the rows alone decide; a node that is more than three seconds behind answers
 * nobody.
 */
public final class LostRoles {

  /**
   * Longer than a transaction can hold back the readers of the log (an hour, the migrator's
   * transaction_timeout). A node that has read what can be read and is asked later has passed it.
   */
  static final Duration KEPT = Duration.ofHours(2);

  private static final RedisScript<Long> KEEP =
      RedisScript.of(new ClassPathResource("io/moltrail/web/security/lost.lua"), Long.class);

  private final RedisGate redis;

  public LostRoles(RedisGate redis) {
    this.redis = redis;
  }

  /** After the commit of the decision. */
  public void add(UserId user, Loss lost) {
    redis.ask(
        it ->
            it.execute(
                KEEP,
                List.of(KeySpace.LOST.key(user.toString())),
                lost.about(),
                Long.toString(lost.version()),
                lost.remains(),
                Long.toString(KEPT.toMillis())));
  }
}

package io.moltrail.web.limits;

import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * {@code token-bucket.lua}, which answers allowed (1 or 0), remaining, ms until full, ms until the
 * next request.
 */
final class TokenBucketScript {

  static final RedisScript<List<Long>> LOADED = load();

  private TokenBucketScript() {}

  @SuppressWarnings("unchecked") // the script answers integers only
  private static RedisScript<List<Long>> load() {
    DefaultRedisScript<List<Long>> script = new DefaultRedisScript<>();
    script.setLocation(new ClassPathResource("io/moltrail/web/limits/token-bucket.lua"));
    script.setResultType((Class<List<Long>>) (Class<?>) List.class);
    return script;
  }
}

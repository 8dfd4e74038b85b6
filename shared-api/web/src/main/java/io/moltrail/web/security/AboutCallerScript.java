package io.moltrail.web.security;

import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * {@code about-caller.lua}, which answers whether the session has ended and whether all ended ones
 * are known (1 or 0), and what {@link Losses} are made of.
 */
final class AboutCallerScript {

  static final RedisScript<List<String>> LOADED = load();

  private AboutCallerScript() {}

  @SuppressWarnings("unchecked") // the script answers texts only
  private static RedisScript<List<String>> load() {
    DefaultRedisScript<List<String>> script = new DefaultRedisScript<>();
    script.setLocation(new ClassPathResource("io/moltrail/web/security/about-caller.lua"));
    script.setResultType((Class<List<String>>) (Class<?>) List.class);
    return script;
  }
}

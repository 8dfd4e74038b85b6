package io.moltrail.inventory;

import static org.awaitility.Awaitility.await;

import io.moltrail.web.redis.KeySpace;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The keys in Redis: those that we list, and those that are there. */
final class Keys {

  private Keys() {}

  static List<Place> listed() {
    return Arrays.stream(KeySpace.values())
        .map(it -> new Place(Kind.REDIS_KEY, it.prefix()))
        .toList();
  }

  /**
   * What a visit leaves. The visitor knocks until it is there: buckets run out after a minute, and
   * a slow Redis is passed over for a second.
   */
  static Set<String> after(Visit visit, StringRedisTemplate redis) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              visit.knock();
              return redis.keys("*");
            },
            it ->
                Stream.of(KeySpace.LIMIT, KeySpace.REVOKED)
                    .allMatch(space -> it.stream().anyMatch(space::holds)));
  }
}

package io.moltrail.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moltrail.web.problems.ServiceUnavailable;
import io.moltrail.web.redis.RedisAway;
import org.junit.jupiter.api.Test;

class RevocationsTest {

  @Test
  void come_from_the_database_when_redis_is_away() {
    Revocations revocations = new Revocations(RedisAway.gate(), "ended"::equals);

    assertThat(revocations.isRevoked("ended")).isTrue();
    assertThat(revocations.isRevoked("running")).isFalse();
  }

  @Test
  void let_nobody_in_when_neither_answers() {
    Revocations revocations =
        new Revocations(
            RedisAway.gate(),
            session -> {
              throw new IllegalStateException("no connection");
            });

    assertThatThrownBy(() -> revocations.isRevoked("any")).isInstanceOf(ServiceUnavailable.class);
  }
}

package io.moltrail.architecture.samples.web;

import io.moltrail.web.redis.RedisGate;

public final class AskingRedisByAnyKey {
  private AskingRedisByAnyKey() {}

  static boolean knows(RedisGate redis, String email) {
    return redis.ask(it -> Boolean.TRUE.equals(it.hasKey(email))).orElse(false);
  }
}

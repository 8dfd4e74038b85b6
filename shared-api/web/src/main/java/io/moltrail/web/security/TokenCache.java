package io.moltrail.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/**
 * Tokens that were verified, by their SHA-256, until they expire: a signature costs half a
 * millisecond, a hash none.
 */
final class TokenCache {

  private static final int MOST = 50_000;

  private final AccessTokens tokens;
  private final InstantSource clock;
  private final Cache<String, AccessToken> verified =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Duration.ofHours(1)).build();

  TokenCache(AccessTokens tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  Optional<AccessToken> verify(String text) {
    String digest = digest(text);
    AccessToken known = verified.getIfPresent(digest);
    if (known == null) {
      Optional<AccessToken> token = tokens.verify(text);
      token.ifPresent(it -> verified.put(digest, it));
      return token;
    }
    if (tokens.stillGood(known, clock.instant())) {
      return Optional.of(known);
    }
    verified.invalidate(digest);
    return Optional.empty();
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

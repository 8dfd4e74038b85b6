package io.moltrail.web.security;

import com.nimbusds.jose.jwk.ECKey;
import io.moltrail.web.VerificationKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The verification keys, at most ten seconds old. A key id that is not among them makes us look
 * again, but not more often than once a second: anybody can send unknown key ids.
 */
final class KeyRing {

  private static final Duration OLDEST = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final VerificationKeys source;
  private final InstantSource clock;
  private volatile Keys keys = new Keys(Map.of(), Instant.MIN);

  KeyRing(VerificationKeys source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  Optional<ECKey> find(String keyId) {
    Keys known = atMost(OLDEST);
    return Optional.ofNullable(known.byId().get(keyId))
        .or(() -> Optional.ofNullable(atMost(PAUSE).byId().get(keyId)));
  }

  private Keys atMost(Duration age) {
    Keys known = keys;
    return known.readAt().isBefore(clock.instant().minus(age)) ? read(known) : known;
  }

  private synchronized Keys read(Keys outdated) {
    if (keys == outdated) {
      Map<String, ECKey> byId = new HashMap<>();
      source.current().forEach(it -> byId.put(it.getKeyID(), it.toPublicJWK()));
      keys = new Keys(Map.copyOf(byId), clock.instant());
    }
    return keys;
  }

  private record Keys(Map<String, ECKey> byId, Instant readAt) {}
}

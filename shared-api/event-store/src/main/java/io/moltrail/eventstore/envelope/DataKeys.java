package io.moltrail.eventstore.envelope;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.moltrail.eventstore.envelope.DataKeyTable.Row;
import io.moltrail.eventstore.envelope.KeyCache.Held;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The data keys of subjects. A subject ({@code user:<id>}, {@code project:<id>}, {@code text:<event
 * id>}) has one key for life; destroying it is what erasure means. Free text has a key of its own,
 * wrapped by its owner's key, so that one text can be redacted and the owner's erasure still covers
 * it.
 *
 * <p>The cache holds only keys that were read as committed rows, and each for a bounded time, so
 * that a destroyed key stops working everywhere without a message.
 */
public final class DataKeys {

  /**
   * How long a destroyed key may still open envelopes on a node that had it in memory. Holds for
   * texts, too: none is kept longer than its owner's key.
   */
  public static final Duration CACHE_LIFE = Duration.ofMinutes(1);

  /** From the wrapping of a new key to the insert of its row, in one transaction. */
  private static final Duration FRESH_LIFE = Duration.ofSeconds(30);

  private static final int MOST_FRESH = 10_000;

  private final DataKeyTable table;
  private final Keyring keyring;
  private final KeyCache cache;
  private final Cache<String, Fresh> fresh;

  public DataKeys(JdbcClient log, KeyWrapper wrapper) {
    this(log, Keyring.of(wrapper));
  }

  public DataKeys(JdbcClient log, Keyring keyring) {
    this(log, keyring, Ticker.systemTicker());
  }

  DataKeys(JdbcClient log, Keyring keyring, Ticker ticker) {
    this.table = new DataKeyTable(log);
    this.keyring = keyring;
    this.cache = new KeyCache(CACHE_LIFE, ticker);
    this.fresh =
        Caffeine.newBuilder()
            .maximumSize(MOST_FRESH)
            .expireAfterWrite(FRESH_LIFE)
            .ticker(ticker)
            .build();
  }

  /**
   * The key to open envelopes with; empty once it has been destroyed.
   *
   * @throws KeyKeeperUnavailableException when it exists but cannot be unwrapped now
   */
  public Optional<SecretKey> find(String subject) {
    return held(subject).map(Held::key);
  }

  /**
   * A keyed fingerprint (HMAC-SHA-256) under a subject's key, for telling equal values apart from
   * different ones without storing them; it means nothing once the key is destroyed. Empty when it
   * has been.
   */
  public Optional<byte[]> fingerprint(String subject, String label, String value) {
    return find(subject).map(key -> Fingerprint.of(key.getEncoded(), label, value));
  }

  /**
   * Destroys a subject's key, and the keys of the texts that it owns, for ever: a subject that
   * never had one gets none any more. Other nodes forget within {@link #CACHE_LIFE}.
   *
   * @return how many keys there were to destroy
   */
  public int destroy(String subject) {
    int destroyed = table.destroy(subject);
    cache.forget(subject);
    return destroyed;
  }

  /**
   * Reads the key, or wraps a new one without storing it, so that a keeper of wrapping keys that
   * answers slowly is waited for before the transaction's first write and not after it (DESIGN §3).
   *
   * @throws ErasedSubjectException when the key has been destroyed
   */
  void prepare(String subject) {
    if (find(subject).isEmpty()) {
      if (table.isDestroyed(subject)) {
        throw new ErasedSubjectException(subject);
      }
      freshKey(subject);
    }
  }

  /**
   * The key to seal with, made at the first use. Call it inside the append transaction, after the
   * claims.
   */
  SecretKey findOrMake(String subject) {
    return find(subject).orElseGet(() -> add(subject, freshKey(subject)));
  }

  /** As {@link #findOrMake}, for free text that falls with its owner. */
  SecretKey findOrMakeText(String subject, String owner) {
    return find(subject)
        .orElseGet(
            () -> {
              SecretKey key = AesGcm.newKey();
              byte[] wrapped = AesGcm.seal(findOrMake(owner), key.getEncoded(), subject);
              return add(subject, new Fresh(key, wrapped, owner));
            });
  }

  /**
   * Refuses wrapping keys that do not open all of this database.
   *
   * @throws WrongWrappingKeyException with a sentence for the operator
   */
  public void requireOwnWrapping() {
    List<String> unknown = keyring.unknown(table.wrappingKeys());
    if (!unknown.isEmpty()) {
      throw new WrongWrappingKeyException(unknown);
    }
  }

  private Optional<Held> held(String subject) {
    return cache.find(subject).or(() -> read(subject));
  }

  /** A row that this very transaction has made is not cached: it may be rolled back. */
  private Optional<Held> read(String subject) {
    long until = cache.deadline();
    Optional<Row> row = table.find(subject);
    Optional<Held> held = row.flatMap(it -> unwrap(subject, it, until));
    if (held.isPresent() && !row.get().madeHere()) {
      cache.put(subject, held.get());
    }
    return held;
  }

  private Optional<Held> unwrap(String subject, Row row, long until) {
    return subject.startsWith(DataKeyTable.TEXT)
        ? held(row.wrappedBy()).map(owner -> text(subject, row, owner, until))
        : Optional.of(new Held(unwrap(subject, row), row.wrappedBy(), until));
  }

  private static Held text(String subject, Row row, Held owner, long until) {
    SecretKey key = AesGcm.key(AesGcm.open(owner.key(), row.wrapped(), subject));
    return new Held(key, row.wrappedBy(), owner.until() - until < 0 ? owner.until() : until);
  }

  /** What was wrapped here a moment ago need not be asked for again. */
  private SecretKey unwrap(String subject, Row row) {
    Fresh made = fresh.getIfPresent(subject);
    return made != null && Arrays.equals(made.wrapped(), row.wrapped())
        ? made.key()
        : keyring.unwrap(row.wrappedBy(), row.wrapped(), subject);
  }

  private Fresh freshKey(String subject) {
    return fresh.get(
        subject,
        it -> {
          SecretKey key = AesGcm.newKey();
          return new Fresh(key, keyring.wrap(key, it), keyring.current());
        });
  }

  private SecretKey add(String subject, Fresh made) {
    return table.add(subject, made.wrapped(), made.wrappedBy())
        ? made.key()
        : read(subject).map(Held::key).orElseThrow(() -> new ErasedSubjectException(subject));
  }

  /** A new key that is wrapped, and stored nowhere yet. */
  private record Fresh(SecretKey key, byte[] wrapped, String wrappedBy) {}
}

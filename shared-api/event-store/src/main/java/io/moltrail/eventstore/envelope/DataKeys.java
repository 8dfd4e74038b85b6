package io.moltrail.eventstore.envelope;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
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

  /** How long a destroyed key may still open envelopes on a node that had it in memory. */
  public static final Duration CACHE_LIFE = Duration.ofMinutes(1);

  private static final int CACHE_SIZE = 100_000;

  private final JdbcClient log;
  private final KeyWrapper wrapper;
  private final Cache<String, SecretKey> cache =
      Caffeine.newBuilder().maximumSize(CACHE_SIZE).expireAfterWrite(CACHE_LIFE).build();

  public DataKeys(JdbcClient log, KeyWrapper wrapper) {
    this.log = log;
    this.wrapper = wrapper;
  }

  /** The key to open envelopes with; empty once it has been destroyed. */
  public Optional<SecretKey> find(String subject) {
    SecretKey cached = cache.getIfPresent(subject);
    return cached != null ? Optional.of(cached) : read(subject);
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
   * The key to seal with, made at the first use. Call it inside the append transaction, after the
   * claims.
   */
  SecretKey findOrMake(String subject) {
    return find(subject)
        .orElseGet(() -> make(subject, wrapper.id(), key -> wrapper.wrap(key, subject)));
  }

  /** As {@link #findOrMake}, for free text that falls with its owner. */
  SecretKey findOrMakeText(String subject, String owner) {
    return find(subject)
        .orElseGet(
            () -> {
              SecretKey ownerKey = findOrMake(owner);
              return make(subject, owner, key -> AesGcm.seal(ownerKey, key.getEncoded(), subject));
            });
  }

  /**
   * Refuses a wrapping key other than the one with which this database was filled. Only keys that
   * were given to a process can be told apart by their names alone; other kinds are asked when they
   * unwrap.
   *
   * @throws WrongWrappingKeyException with a sentence for the operator
   */
  public void requireOwnWrapping() {
    if (wrapper.id().startsWith(LocalKeyWrapper.KIND) && holdsLocalKeysOfAnother()) {
      throw new WrongWrappingKeyException();
    }
  }

  private boolean holdsLocalKeysOfAnother() {
    return log.sql(
            """
            select min(wrapped_by) <> :own or max(wrapped_by) <> :own from log.data_key
            where wrapped_key is not null and wrapped_by like 'local:%'
            """)
        .param("own", wrapper.id())
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  /** A row that this very transaction has made is not cached: it may be rolled back. */
  private Optional<SecretKey> read(String subject) {
    Optional<Wrapped> row =
        log.sql(
                """
                select wrapped_key, wrapped_by,
                  coalesce(xmin = pg_current_xact_id_if_assigned()::xid, false) as made_here
                from log.data_key where subject = ?
                """)
            .param(subject)
            .query((it, n) -> new Wrapped(it.getBytes(1), it.getString(2), it.getBoolean(3)))
            .optional()
            .filter(it -> it.key() != null);
    Optional<SecretKey> key = row.flatMap(it -> unwrap(subject, it));
    if (key.isPresent() && !row.get().madeHere()) {
      cache.put(subject, key.get());
    }
    return key;
  }

  private Optional<SecretKey> unwrap(String subject, Wrapped wrapped) {
    return wrapped.by().startsWith("user:") || wrapped.by().startsWith("project:")
        ? find(wrapped.by()).map(owner -> AesGcm.key(AesGcm.open(owner, wrapped.key(), subject)))
        : Optional.of(wrapper.unwrap(wrapped.key(), subject));
  }

  private SecretKey make(String subject, String wrappedBy, Wrapping wrapping) {
    SecretKey key = AesGcm.newKey();
    int made =
        log.sql(
                """
                insert into log.data_key (subject, wrapped_key, wrapped_by) values (?, ?, ?)
                on conflict (subject) do nothing
                """)
            .params(subject, wrapping.wrap(key), wrappedBy)
            .update();
    return made == 1 ? key : read(subject).orElseThrow(() -> new ErasedSubjectException(subject));
  }

  private record Wrapped(byte[] key, String by, boolean madeHere) {}

  private interface Wrapping {
    byte[] wrap(SecretKey key);
  }
}

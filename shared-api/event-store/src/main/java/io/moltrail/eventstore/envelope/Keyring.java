package io.moltrail.eventstore.envelope;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;

/**
 * The wrapping keys that a process was given. It wraps under the current one and unwraps under any,
 * by the name that stands beside each wrapped key; so the current one can be replaced while the
 * other nodes still work with the former.
 */
public final class Keyring {

  private final KeyWrapper current;
  private final Map<String, KeyWrapper> byName = new LinkedHashMap<>();

  /**
   * @param wrappers the current one first, then those that may still unwrap
   */
  public Keyring(List<? extends KeyWrapper> wrappers) {
    current = wrappers.getFirst();
    wrappers.forEach(it -> byName.putIfAbsent(it.id(), it));
  }

  public static Keyring of(KeyWrapper... wrappers) {
    return new Keyring(List.of(wrappers));
  }

  /** The name of the key that wraps. */
  public String current() {
    return current.id();
  }

  byte[] wrap(SecretKey dataKey, String subject) {
    return current.wrap(dataKey, subject);
  }

  /**
   * @param name of the wrapping key, as it is stored
   * @throws UnknownWrappingKeyException when this process was not given that key
   */
  SecretKey unwrap(String name, byte[] wrapped, String subject) {
    KeyWrapper wrapper = byName.get(name);
    if (wrapper == null) {
      throw new UnknownWrappingKeyException(name);
    }
    return wrapper.unwrap(wrapped, subject);
  }

  /** Those of the names that are not on it. */
  List<String> unknown(Collection<String> names) {
    return names.stream().filter(it -> !byName.containsKey(it)).toList();
  }
}

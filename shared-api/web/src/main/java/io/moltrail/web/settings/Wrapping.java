package io.moltrail.web.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What wraps data keys in this process.
 *
 * @param current empty only in a process that declared no need of it
 * @param previous those that may still unwrap
 * @param vault there when one of the keys is in it
 */
public record Wrapping(
    Optional<WrappingKey> current, List<WrappingKey> previous, Optional<Vault> vault) {

  public Wrapping {
    previous = List.copyOf(previous);
  }

  /** All keys, the current one first, each as the caller makes it of what the settings say. */
  public <K> List<K> keys(
      Function<Secret, ? extends K> given, BiFunction<Vault, String, ? extends K> inVault) {
    WrappingKey first =
        current.orElseThrow(() -> new IllegalStateException("PII_KEK was not declared a need"));
    return Stream.concat(Stream.of(first), previous.stream())
        .<K>map(
            key ->
                switch (key) {
                  case WrappingKey.Given(Secret secret) -> given.apply(secret);
                  case WrappingKey.InVault(String name) -> inVault.apply(vault.orElseThrow(), name);
                })
        .toList();
  }

  boolean inVault() {
    return Stream.concat(current.stream(), previous.stream())
        .anyMatch(WrappingKey.InVault.class::isInstance);
  }
}

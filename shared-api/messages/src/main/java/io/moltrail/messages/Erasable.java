package io.moltrail.messages;

import java.util.Optional;

/**
 * A personal or confidential value in an event. It is stored only inside an envelope under its
 * subject's data key; once that key is destroyed it reads as {@link Erased}, for ever and without
 * an error.
 */
public sealed interface Erasable<T> {

  /** The value, as long as its subject's key exists. */
  record Kept<T>(T value) implements Erasable<T> {
    @Override
    public String toString() {
      return "(sealed)";
    }
  }

  /** What is left after the key was destroyed. */
  record Erased<T>() implements Erasable<T> {}

  static <T> Erasable<T> of(T value) {
    return new Kept<>(value);
  }

  static <T> Erasable<T> erased() {
    return new Erased<>();
  }

  default Optional<T> kept() {
    return switch (this) {
      case Kept<T>(T value) -> Optional.of(value);
      case Erased<T>() -> Optional.empty();
    };
  }
}

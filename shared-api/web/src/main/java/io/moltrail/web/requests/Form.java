package io.moltrail.web.requests;

import io.moltrail.messages.Refusal.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * A body that was well-formed JSON, but whose fields are judged only when {@link #value} is asked:
 * where the caller may not even see the resource, 404 and 403 come before 422 (API §1). Taken as
 * {@code @RequestBody Form<T>}; a plain {@code @RequestBody T} is judged at once.
 */
public final class Form<T> {

  private final @Nullable T value;
  private final @Nullable Invalid faults;

  private Form(@Nullable T value, @Nullable Invalid faults) {
    this.value = value;
    this.faults = faults;
  }

  public static <T> Form<T> of(T value) {
    return new Form<>(value, null);
  }

  static <T> Form<T> faulty(Invalid faults) {
    return new Form<>(null, faults);
  }

  /**
   * @throws Invalid naming every field that is unknown, of a wrong type, or against a rule
   */
  public T value() {
    if (value == null) {
      throw faults == null ? new IllegalStateException("a form has a value or faults") : faults;
    }
    return value;
  }
}

package io.moltrail.web.problems;

import java.util.Optional;

/**
 * How a module says what a failure of its own machinery means to a caller: a bean of this type,
 * asked before the general rules. It answers a {@code Refusal} or an {@link EdgeRefusal}, or
 * nothing.
 */
public interface FailureTranslator {

  Optional<RuntimeException> translate(Throwable failure);
}

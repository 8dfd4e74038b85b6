package io.moltrail.web.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/** What wraps data keys: a secret that was given, or the name of a key that stays in Vault. */
public sealed interface WrappingKey {

  String FORM =
      "at least 32 random bytes in base64 or hexadecimal (openssl rand -base64 32), or vault:<name"
          + " of a transit key>";

  record Given(Secret secret) implements WrappingKey {}

  record InVault(String name) implements WrappingKey {

    private static final String KIND = "vault:";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");
  }

  static Optional<WrappingKey> parse(String text) {
    return text.startsWith(InVault.KIND)
        ? Optional.of(text.substring(InVault.KIND.length()))
            .filter(it -> InVault.NAME.matcher(it).matches())
            .map(InVault::new)
        : Secret.parse(text).map(Given::new);
  }

  /** The secret, if it is one. */
  default Optional<Secret> given() {
    return this instanceof Given(Secret secret) ? Optional.of(secret) : Optional.empty();
  }
}

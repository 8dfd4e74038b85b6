package io.moltrail.web.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads what wraps data keys, and how to reach Vault when that is where the key is. */
final class WrappingReader {

  private final Variables variables;
  private final boolean needed;

  WrappingReader(Variables variables, boolean needed) {
    this.variables = variables;
    this.needed = needed;
  }

  Wrapping read() {
    variables.faultIf(needed && variables.text("PII_KEK").isEmpty(), "PII_KEK is not set");
    Optional<WrappingKey> current =
        variables.parsed("PII_KEK", WrappingKey.FORM, WrappingKey::parse).filter(it -> needed);
    List<WrappingKey> previous =
        variables.list(
            "PII_KEK_PREVIOUS", "wrapping keys, each as PII_KEK may be", WrappingKey::parse);
    variables.faultIf(
        current.filter(previous::contains).isPresent(), "PII_KEK_PREVIOUS repeats PII_KEK");
    Wrapping wrapping = new Wrapping(current, needed ? previous : List.of(), Optional.empty());
    return wrapping.inVault() ? new Wrapping(current, previous, vault()) : wrapping;
  }

  private Optional<Vault> vault() {
    Optional<URI> address =
        variables.parsed("VAULT_ADDR", "an http or https address without path", Urls::origin);
    Optional<String> given = variables.text("VAULT_TOKEN");
    Optional<Path> file =
        variables.parsed("VAULT_TOKEN_FILE", "a file that can be read", WrappingReader::readable);
    variables.faultIf(
        variables.text("VAULT_ADDR").isEmpty(),
        "a wrapping key is in Vault but VAULT_ADDR is not set");
    variables.faultIf(
        given.isEmpty() && variables.text("VAULT_TOKEN_FILE").isEmpty(),
        "a wrapping key is in Vault but neither VAULT_TOKEN nor VAULT_TOKEN_FILE is set");
    variables.faultIf(
        given.isPresent() && file.isPresent(), "VAULT_TOKEN and VAULT_TOKEN_FILE are both set");
    Optional<VaultToken> token = given.map(VaultToken::given).or(() -> file.map(VaultToken::in));
    return address.flatMap(at -> token.map(it -> new Vault(at, it)));
  }

  private static Optional<Path> readable(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Files::isRegularFile).filter(Files::isReadable);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}

package io.moltrail.query.platform.projection;

import io.moltrail.eventstore.envelope.Keyring;
import io.moltrail.eventstore.envelope.LocalKeyWrapper;
import io.moltrail.eventstore.envelope.vault.TransitEngine;
import io.moltrail.eventstore.envelope.vault.VaultKeyWrapper;
import io.moltrail.web.settings.Settings;

/** The wrapping keys that the settings name. */
final class WrappingKeys {

  private WrappingKeys() {}

  static Keyring of(Settings settings) {
    return new Keyring(
        settings
            .wrapping()
            .keys(
                secret -> new LocalKeyWrapper(secret.bytes()),
                (vault, key) ->
                    new VaultKeyWrapper(new TransitEngine(vault.address(), vault.token()), key)));
  }
}

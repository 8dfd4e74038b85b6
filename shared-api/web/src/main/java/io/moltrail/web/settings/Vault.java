package io.moltrail.web.settings;

import java.net.URI;

/** A Vault server, and how to enter it. */
public record Vault(URI address, VaultToken token) {}

package io.moltrail.command.platform;

import org.axonframework.common.IdentifierFactory;

/** Gives events and commands UUIDv7 ids like everything else; Axon finds it as a service. */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

  @Override
  public String generateIdentifier() {
    return Ids.next().toString();
  }
}

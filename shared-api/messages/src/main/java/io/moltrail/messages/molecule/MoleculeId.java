package io.moltrail.messages.molecule;

import io.moltrail.messages.Id;
import java.util.Optional;
import java.util.UUID;

/**
 * The pseudonym of a molecule. A molecule has no key of its own: what is confidential about it
 * belongs to the project in which it stands.
 */
public record MoleculeId(UUID value) implements Id {

  public static Optional<MoleculeId> parse(String text) {
    return Id.parse(text).map(MoleculeId::new);
  }

  @Override
  public String subject() {
    return "molecule:" + value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

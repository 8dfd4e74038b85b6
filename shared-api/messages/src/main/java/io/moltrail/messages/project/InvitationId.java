package io.moltrail.messages.project;

import io.moltrail.messages.Id;
import java.util.Optional;
import java.util.UUID;

/** The pseudonym of an invitation and of the address to which it went. */
public record InvitationId(UUID value) implements Id {

  public static Optional<InvitationId> parse(String text) {
    return Id.parse(text).map(InvitationId::new);
  }

  @Override
  public String subject() {
    return "invitation:" + value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

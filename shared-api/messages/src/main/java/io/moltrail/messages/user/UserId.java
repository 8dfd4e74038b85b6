package io.moltrail.messages.user;

import io.moltrail.messages.Id;
import java.util.Optional;
import java.util.UUID;

/** The pseudonym of a person who works with Moltrail. */
public record UserId(UUID value) implements Id {

  public static Optional<UserId> parse(String text) {
    return Id.parse(text).map(UserId::new);
  }

  @Override
  public String subject() {
    return "user:" + value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

package io.moltrail.command.platform;

import io.moltrail.messages.user.UserId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What goes with a command without being part of it.
 *
 * @param requestId the request it came with, also the correlation of what follows from it
 * @param reason why, in the author's words
 * @param expectedVersion the version that the author has read, compared right after the aggregate
 *     is loaded
 * @param alongside further rows of the same transaction, written with the other records
 */
public record CommandContext(
    Author author,
    String requestId,
    Optional<String> reason,
    OptionalLong expectedVersion,
    Runnable alongside) {

  private static final Runnable NOTHING = () -> {};

  public static CommandContext by(Author author, String requestId) {
    return new CommandContext(author, requestId, Optional.empty(), OptionalLong.empty(), NOTHING);
  }

  public static CommandContext by(UserId user, String requestId) {
    return by(new Author.User(user), requestId);
  }

  public CommandContext because(Optional<String> why) {
    return new CommandContext(author, requestId, why, expectedVersion, alongside);
  }

  public CommandContext expecting(long version) {
    return new CommandContext(author, requestId, reason, OptionalLong.of(version), alongside);
  }

  /**
   * @param version empty when the author need not have read any
   */
  public CommandContext expecting(OptionalLong version) {
    return new CommandContext(author, requestId, reason, version, alongside);
  }

  public CommandContext with(Runnable rows) {
    return new CommandContext(author, requestId, reason, expectedVersion, rows);
  }
}

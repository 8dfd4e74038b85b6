package io.moltrail.eventstore.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DuplicateKeyException;

/** Reads from the violated key which event of a batch stood in the way, and what that means. */
final class ViolatedKey {

  private static final String SEQUENCE_KEY = "event_sequence_key";
  private static final Pattern SEQUENCE = Pattern.compile("=\\(.*, (\\d+)\\)");

  private ViolatedKey() {}

  static RuntimeException translate(DuplicateKeyException failure) {
    if (!(failure.getMostSpecificCause() instanceof PSQLException cause)) {
      return failure;
    }
    ServerErrorMessage error = cause.getServerErrorMessage();
    if (error == null || !SEQUENCE_KEY.equals(error.getConstraint())) {
      return new EventStoreException("An event could not be appended", failure);
    }
    return beginsStream(String.valueOf(error.getDetail()))
        ? new AggregateStreamCreationException("The aggregate exists already", failure)
        : new ConcurrencyException("The aggregate has moved on", failure);
  }

  private static boolean beginsStream(String detail) {
    Matcher matcher = SEQUENCE.matcher(detail);
    return matcher.find() && Long.parseLong(matcher.group(1)) == 0;
  }
}

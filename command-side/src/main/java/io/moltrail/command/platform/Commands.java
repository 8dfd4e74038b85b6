package io.moltrail.command.platform;

import io.moltrail.eventstore.envelope.ErasedSubjectException;
import io.moltrail.eventstore.log.UnknownEventException;
import io.moltrail.messages.Command;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.Refusal;
import io.moltrail.web.problems.ServiceUnavailable;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Carries a command to its aggregate and returns what it left in the log. A transaction that lost a
 * race (serialization failure, deadlock, an aggregate that moved on) is tried again from the start,
 * in a new transaction.
 */
public final class Commands {

  static final ScopedValue<CommandContext> CONTEXT = ScopedValue.newInstance();
  static final ScopedValue<Receipt> RECEIPT = ScopedValue.newInstance();

  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  /** Of a lock, an idle transaction, a transaction. */
  private static final Set<String> TIMEOUTS = Set.of("55P03", "25P03", "25P04");

  private static final int ATTEMPTS = 6;
  private static final Duration UPGRADE = Duration.ofSeconds(10);
  private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(20).toNanos();

  private final CommandBus bus;

  public Commands(CommandBus bus) {
    this.bus = bus;
  }

  /**
   * @throws Refusal when the aggregate, a claim or a right speaks against it
   * @throws ServiceUnavailable when races were lost again and again, or the aggregate's history has
   *     an event that this version does not know
   */
  public Receipt send(Command command, CommandContext context) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(command, context);
      } catch (ConcurrencyFailureException | ConcurrencyException e) {
        if (attempt == ATTEMPTS) {
          throw busy();
        }
        LOG.debug("A command lost a race and is tried again", e);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS) * attempt);
      }
    }
  }

  private Receipt attempt(Command command, CommandContext context) {
    Receipt receipt = new Receipt();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    ScopedValue.where(CONTEXT, context)
        .where(RECEIPT, receipt)
        .run(
            () ->
                bus.dispatch(
                    new GenericCommandMessage<>(command, metadata(context)),
                    (message, result) -> {
                      if (result.isExceptional()) {
                        failure.set(result.exceptionResult());
                      }
                    }));
    if (failure.get() != null) {
      throw asUnchecked(failure.get());
    }
    return receipt;
  }

  private static Map<String, String> metadata(CommandContext context) {
    return context.reason().map(reason -> Map.of(MetadataKeys.REASON, reason)).orElseGet(Map::of);
  }

  /** During an upgrade another node writes what this one cannot read yet; it decides nothing. */
  static ServiceUnavailable newerVersionNeeded(UnknownEventException failure) {
    LOG.warn("A command was refused: {}", failure.getMessage());
    return new ServiceUnavailable(
        "newer-version-needed",
        "A newer version of Moltrail has changed this; this one cannot read it yet.",
        UPGRADE);
  }

  private static ServiceUnavailable busy() {
    return new ServiceUnavailable("busy", Duration.ofSeconds(1));
  }

  /** The role's own limits, which Spring has no name for; nothing was committed. */
  private static boolean timedOut(UncategorizedSQLException failure) {
    return TIMEOUTS.contains(String.valueOf(failure.getSQLException().getSQLState()));
  }

  private static RuntimeException asUnchecked(Throwable failure) {
    return switch (failure) {
      case AggregateNotFoundException e -> new Refusal.NotFound();
      case UnknownEventException e -> newerVersionNeeded(e);
      case ErasedSubjectException e -> new Refusal.Erased();
      case UncategorizedSQLException e when timedOut(e) -> busy();
      case RuntimeException e -> e;
      case Error e -> throw e;
      default -> new IllegalStateException("A command failed", failure);
    };
  }
}

package io.moltrail.query.platform.projection;

import io.moltrail.messages.LogPlace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a processor has done and whether it is in trouble. */
public final class Progress {

  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

  private final LongSupplier nanoTime;
  private final LongAdder events = new LongAdder();
  private final AtomicReference<Optional<Trouble>> trouble =
      new AtomicReference<>(Optional.empty());

  Progress(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  LogPlace committed(List<Arrival> batch) {
    events.add(batch.size());
    trouble
        .getAndSet(Optional.empty())
        .ifPresent(it -> LOG.info("The read tables are being written again"));
    return batch.getLast().place();
  }

  /** Logged once with its cause; Axon says of each further attempt that it failed. */
  void failed(Throwable cause) {
    Trouble now = new Trouble(cause.toString(), nanoTime.getAsLong());
    Optional<Trouble> before = trouble.getAndUpdate(it -> it.isPresent() ? it : Optional.of(now));
    if (before.filter(it -> it.cause().equals(now.cause())).isEmpty()) {
      LOG.error("The read tables cannot be written; answers stop until they can be again", cause);
    }
  }

  /** Somebody has written everything, perhaps another node that took over. */
  public void caughtUp() {
    trouble.set(Optional.empty());
  }

  /** Since when, in {@link System#nanoTime}, it has failed without a success. */
  Optional<Long> failingSince() {
    return trouble.get().map(Trouble::since);
  }

  public long events() {
    return events.sum();
  }

  private record Trouble(String cause, long since) {}
}

package io.moltrail.eventstore.envelope;

import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.SecretKey;

/** Counts how often its keeper would have been asked. */
final class CountedWrapper implements KeyWrapper {

  private final KeyWrapper wrapper;
  private final AtomicInteger calls = new AtomicInteger();

  CountedWrapper(KeyWrapper wrapper) {
    this.wrapper = wrapper;
  }

  int calls() {
    return calls.get();
  }

  @Override
  public String id() {
    return wrapper.id();
  }

  @Override
  public byte[] wrap(SecretKey dataKey, String subject) {
    calls.incrementAndGet();
    return wrapper.wrap(dataKey, subject);
  }

  @Override
  public SecretKey unwrap(byte[] wrapped, String subject) {
    calls.incrementAndGet();
    return wrapper.unwrap(wrapped, subject);
  }
}

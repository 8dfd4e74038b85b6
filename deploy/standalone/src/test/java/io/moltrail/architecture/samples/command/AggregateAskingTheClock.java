package io.moltrail.architecture.samples.command;

import java.time.Instant;
import org.axonframework.modelling.command.AggregateRoot;

@AggregateRoot
public class AggregateAskingTheClock {
  Instant decidedAt() {
    return Instant.now();
  }
}

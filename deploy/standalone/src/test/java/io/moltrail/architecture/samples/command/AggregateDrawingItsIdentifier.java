package io.moltrail.architecture.samples.command;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;

@AggregateRoot
public class AggregateDrawingItsIdentifier {
  UUID identifier() {
    return UUID.randomUUID();
  }
}

package io.moltrail.query.platform.projection;

import io.moltrail.query.platform.database.ReadSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Gathers a batch and writes it once, just before it is committed. It handles every event, for Axon
 * stores a token only with a batch of which something was handled.
 */
final class LiveInvoker implements EventHandlerInvoker {

  private static final String BATCH = LiveInvoker.class.getName();

  private final ReadSchema schema;
  private final Projections projections;
  private final Consumer<List<Fact>> committed;

  LiveInvoker(ReadSchema schema, Projections projections, Consumer<List<Fact>> committed) {
    this.schema = schema;
    this.projections = projections;
    this.committed = committed;
  }

  @Override
  public boolean canHandle(EventMessage<?> message, Segment segment) {
    return true;
  }

  @Override
  public void handle(EventMessage<?> message, Segment segment) {
    UnitOfWork<?> unit = CurrentUnitOfWork.get();
    List<Fact> batch = unit.root().getOrComputeResource(BATCH, key -> begin(unit));
    batch.add(Fact.of(message));
  }

  private List<Fact> begin(UnitOfWork<?> unit) {
    List<Fact> batch = new ArrayList<>();
    unit.onPrepareCommit(it -> projections.apply(batch, schema));
    unit.afterCommit(it -> committed.accept(batch));
    return batch;
  }

  /** A reset on the spot would empty what is being read; a rebuild fills the other schema. */
  @Override
  public boolean supportsReset() {
    return false;
  }
}

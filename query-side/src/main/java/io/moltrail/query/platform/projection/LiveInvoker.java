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
  private final Parking parking;
  private final Consumer<List<Arrival>> committed;

  LiveInvoker(
      ReadSchema schema,
      Projections projections,
      Parking parking,
      Consumer<List<Arrival>> committed) {
    this.schema = schema;
    this.projections = projections;
    this.parking = parking;
    this.committed = committed;
  }

  @Override
  public boolean canHandle(EventMessage<?> message, Segment segment) {
    return true;
  }

  @Override
  public void handle(EventMessage<?> message, Segment segment) {
    Parking.requireNoRightsInDoubt(message);
    UnitOfWork<?> unit = CurrentUnitOfWork.get();
    List<Arrival> batch = unit.root().getOrComputeResource(BATCH, key -> begin(unit));
    batch.add(Arrival.of(message));
  }

  private List<Arrival> begin(UnitOfWork<?> unit) {
    List<Arrival> batch = new ArrayList<>();
    unit.onPrepareCommit(it -> projections.apply(parking.admit(batch, schema), schema));
    unit.afterCommit(it -> committed.accept(batch));
    return batch;
  }

  /** A reset on the spot would empty what is being read; a rebuild fills the other schema. */
  @Override
  public boolean supportsReset() {
    return false;
  }
}

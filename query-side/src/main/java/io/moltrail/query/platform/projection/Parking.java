package io.moltrail.query.platform.projection;

import io.moltrail.eventstore.log.UnknownEventException;
import io.moltrail.query.platform.database.ReadSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.UnknownSerializedType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets aside what this version does not know, and all that follows it in the same molecule, which
 * keeps the state it had; everything else goes on. Only molecules: whatever else is not known may
 * have changed a right, and rights are never parked (DESIGN §3, trap 2).
 */
final class Parking {

  private static final Logger LOG = LoggerFactory.getLogger(Parking.class);
  private static final Set<String> WITHOUT_RIGHTS = Set.of("molecule");

  /**
   * @throws UnknownEventException when somebody's rights may be other than is known here; nothing
   *     may be answered then until a newer version runs
   */
  static void requireNoRightsInDoubt(EventMessage<?> message) {
    if (message.getPayload() instanceof UnknownSerializedType unknown
        && message instanceof DomainEventMessage<?> event
        && !WITHOUT_RIGHTS.contains(event.getType())) {
      throw new UnknownEventException(event, unknown.serializedType());
    }
  }

  /** Parks inside the batch's transaction and answers what may go on to the projections. */
  List<Fact> admit(List<Arrival> batch, ReadSchema schema) {
    ParkedEvents parked = new ParkedEvents(schema);
    parked.lock();
    Map<UUID, Long> since =
        parked.since(batch.stream().map(Arrival::aggregateId).collect(Collectors.toSet()));
    List<Fact> admitted = new ArrayList<>();
    List<ParkedEvents.Row> aside = new ArrayList<>();
    for (Arrival arrival : batch) {
      boolean follows =
          arrival.sequenceNumber() > since.getOrDefault(arrival.aggregateId(), Long.MAX_VALUE);
      if (follows || arrival.fact().isEmpty()) {
        since.putIfAbsent(arrival.aggregateId(), arrival.sequenceNumber());
        aside.add(ParkedEvents.Row.of(arrival));
      } else {
        admitted.add(arrival.fact().get());
      }
    }
    park(aside, parked);
    return admitted;
  }

  private static void park(List<ParkedEvents.Row> aside, ParkedEvents parked) {
    if (!aside.isEmpty()) {
      parked.add(aside);
      LOG.warn(
          "Events are parked until a version runs that knows them: {}",
          aside.stream()
              .collect(
                  Collectors.groupingBy(
                      it -> it.type() + " revision " + it.revision(), Collectors.counting())));
    }
  }
}

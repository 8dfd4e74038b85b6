package io.moltrail.eventstore.log;

import io.moltrail.eventstore.envelope.EventSealer;
import io.moltrail.eventstore.json.EventTypes;
import io.moltrail.eventstore.upcasting.KnownEvents;
import io.moltrail.messages.Event;
import io.moltrail.messages.LogPlace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * Axon's storage on our log: what is appended is sealed, checked for order and surrounded by the
 * other writes of the append transaction; what is read comes in the log's total, commit-safe order.
 * No snapshots: no stream grows long.
 */
public final class PostgresEventStorageEngine extends BatchingEventStorageEngine {

  private final EventLog log;
  private final EventSealer sealer;
  private final AppendParticipant participant;
  private final KnownEvents known;

  public PostgresEventStorageEngine(
      EventLog log, EventSealer sealer, AppendParticipant participant) {
    this(log, sealer, participant, KnownEvents.ofThisVersion());
  }

  /**
   * @param known another version's, to try what it makes of this one's events
   */
  public PostgresEventStorageEngine(
      EventLog log, EventSealer sealer, AppendParticipant participant, KnownEvents known) {
    super(new Builder(known));
    this.log = log;
    this.sealer = sealer;
    this.participant = participant;
    this.known = known;
  }

  public KnownEvents known() {
    return known;
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    List<DomainEventMessage<?>> facts =
        events.stream().<DomainEventMessage<?>>map(DomainEventMessage.class::cast).toList();
    facts.forEach(it -> sealer.prepare((Event) it.getPayload(), it.getMetaData()));
    participant.claim(facts);
    List<SealedEvent> sealed = facts.stream().map(this::seal).toList();
    participant.record(facts);
    participant.appended(append(sealed));
  }

  private List<AppendedEvent> append(List<SealedEvent> sealed) {
    try {
      return log.append(sealed);
    } catch (DuplicateKeyException e) {
      throw ViolatedKey.translate(e);
    }
  }

  private SealedEvent seal(DomainEventMessage<?> message) {
    Event event = (Event) message.getPayload();
    EventTypes.EventType type = EventTypes.of(event.getClass());
    return new SealedEvent(
        message.getIdentifier(),
        message.getType(),
        message.getAggregateIdentifier(),
        message.getSequenceNumber(),
        type.name(),
        type.revision(),
        Timestamps.text(message.getTimestamp().truncatedTo(ChronoUnit.MICROS)),
        sealer.sealPayload(event, message.getIdentifier()),
        sealer.sealMetadata(message.getMetaData(), message.getIdentifier(), event));
  }

  @Override
  protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
      @Nullable TrackingToken lastToken, int batchSize) {
    LogPlace from = lastToken == null ? null : PlaceToken.placeOf(lastToken);
    return log.readAfter(from, batchSize).stream().map(this::open).toList();
  }

  @Override
  protected List<? extends DomainEventData<?>> fetchDomainEvents(
      String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
    return log.readAggregate(aggregateIdentifier, firstSequenceNumber, batchSize).stream()
        .map(this::open)
        .toList();
  }

  /**
   * An aggregate's events, for decisions.
   *
   * @throws UnknownEventException as soon as the stream comes to an event that is not known: Axon
   *     would pass over it, and half a history decides nothing
   */
  @Override
  public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
    DomainEventStream events = super.readEvents(aggregateIdentifier, firstSequenceNumber);
    return DomainEventStream.of(
        events.asStream().map(PostgresEventStorageEngine::requireKnown),
        events::getLastSequenceNumber);
  }

  private static DomainEventMessage<?> requireKnown(DomainEventMessage<?> event) {
    if (event.getPayload() instanceof UnknownSerializedType unknown) {
      throw new UnknownEventException(event, unknown.serializedType());
    }
    return event;
  }

  private OpenedEventData open(StoredEvent stored) {
    return new OpenedEventData(stored, sealer, known);
  }

  /**
   * Opens rows that were read from the log by other means. The payload of an event that is not
   * known is an {@link UnknownSerializedType}.
   */
  public List<DomainEventMessage<?>> messages(List<StoredEvent> rows) {
    return EventStreamUtils.upcastAndDeserializeDomainEvents(
            rows.stream().map(this::open), getEventSerializer(), upcasterChain)
        .asStream()
        .<DomainEventMessage<?>>map(it -> it)
        .toList();
  }

  @Override
  public @Nullable TrackingToken createTailToken() {
    return null;
  }

  @Override
  public @Nullable TrackingToken createHeadToken() {
    return log.head().map(PlaceToken::new).orElse(null);
  }

  @Override
  public @Nullable TrackingToken createTokenAt(Instant dateTime) {
    return log.lastBefore(Timestamps.text(dateTime.truncatedTo(ChronoUnit.MICROS)))
        .map(PlaceToken::new)
        .orElse(null);
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    return log.lastSequenceNumber(aggregateIdentifier);
  }

  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    throw new UnsupportedOperationException("No stream grows long enough for a snapshot");
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
    return Stream.empty();
  }

  private static final class Builder extends BatchingEventStorageEngine.Builder {

    private static final int BATCH = 500;

    Builder(KnownEvents known) {
      Serializer serializer = new OpenedEventSerializer(known);
      eventSerializer(serializer);
      snapshotSerializer(serializer);
      upcasterChain(known.upcasters());
      batchSize(BATCH);
    }
  }
}

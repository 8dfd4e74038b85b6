package io.moltrail.eventstore.upcasting;

import io.moltrail.eventstore.json.EventTypes;
import io.moltrail.eventstore.json.EventTypes.EventType;
import io.moltrail.messages.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/**
 * Which stored events a version of the code can read: those of the current revision, and older ones
 * for which it has an unbroken path of upcasters. Anything else is unknown, and is never read by
 * luck.
 */
public final class KnownEvents {

  private static final KnownEvents OF_THIS_VERSION =
      of(EventTypes.all(), List.of(new EmailVerifiedSaysByWhom()));

  private final Map<String, EventType> types;
  private final Set<SerializedType> known = new HashSet<>();
  private final EventUpcaster upcasters;

  private KnownEvents(List<EventType> types, List<RevisionUpcaster> upcasters) {
    this.types = types.stream().collect(Collectors.toMap(EventType::name, Function.identity()));
    this.upcasters = new EventUpcasterChain(upcasters);
    requireUnbrokenPaths(types, upcasters);
    types.forEach(
        type -> {
          for (int revision = 1; revision <= current(type); revision++) {
            known.add(stored(type.name(), revision));
          }
        });
  }

  /**
   * @param upcasters those of one type in the order of its revisions
   * @throws IllegalArgumentException when a revision has no way to the current one, or two
   */
  public static KnownEvents of(List<EventType> types, List<RevisionUpcaster> upcasters) {
    return new KnownEvents(types, upcasters);
  }

  /** What the code that is running can read. */
  public static KnownEvents ofThisVersion() {
    return OF_THIS_VERSION;
  }

  /** Whether an event that was stored like this can be read. */
  public boolean knows(String type, String revision) {
    return known.contains(new SimpleSerializedType(type, revision));
  }

  /** What an event of the current revision is read as; empty for any other. */
  public Optional<Class<? extends Event>> current(SerializedType stored) {
    return Optional.ofNullable(types.get(stored.getName()))
        .filter(type -> type.revision().equals(stored.getRevision()))
        .map(EventType::type);
  }

  public EventUpcaster upcasters() {
    return upcasters;
  }

  /** Axon applies upcasters once each, in their order: one that comes too early is passed over. */
  private static void requireUnbrokenPaths(
      List<EventType> types, List<RevisionUpcaster> upcasters) {
    Map<String, List<SerializedType>> steps =
        upcasters.stream()
            .map(RevisionUpcaster::from)
            .collect(Collectors.groupingBy(SerializedType::getName));
    for (EventType type : types) {
      List<SerializedType> found = Optional.ofNullable(steps.remove(type.name())).orElse(List.of());
      List<SerializedType> needed =
          IntStream.range(1, current(type))
              .mapToObj(revision -> stored(type.name(), revision))
              .toList();
      if (!found.equals(needed)) {
        throw new IllegalArgumentException(
            type.name() + " needs upcasters from " + needed + " and has them from " + found);
      }
    }
    if (!steps.isEmpty()) {
      throw new IllegalArgumentException("There are upcasters of no type: " + steps.keySet());
    }
  }

  private static int current(EventType type) {
    return Integer.parseInt(type.revision());
  }

  private static SerializedType stored(String type, int revision) {
    return new SimpleSerializedType(type, Integer.toString(revision));
  }
}

package io.moltrail.query.platform.projection;

import io.moltrail.messages.Event;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a batch changes: the views of its aggregates before and after. Events that the stored rows
 * already contain are passed over, so a batch may come twice.
 *
 * @param before views that were stored, by aggregate
 * @param after views that have moved, in the order of their ids (two writers then lock rows in one
 *     order)
 */
public record Moved<V extends View>(Map<UUID, V> before, Map<UUID, V> after) {

  /**
   * @param load reads the stored views of some aggregates, in one statement
   */
  public static <E extends Event, V extends View> Moved<V> by(
      List<Fact> facts,
      Class<E> kind,
      Function<Set<UUID>, ? extends Collection<? extends Map.Entry<UUID, V>>> load,
      Evolution<E, V> evolution) {
    List<Fact> ours = facts.stream().filter(it -> kind.isInstance(it.event())).toList();
    Map<UUID, V> before = new HashMap<>();
    if (!ours.isEmpty()) {
      load.apply(ids(ours)).forEach(entry -> before.put(entry.getKey(), entry.getValue()));
    }
    Map<UUID, V> after = new TreeMap<>();
    for (Fact fact : ours) {
      V current = after.getOrDefault(fact.aggregateId(), before.get(fact.aggregateId()));
      long version = current == null ? 0 : current.version();
      if (follows(fact, version)) {
        after.put(
            fact.aggregateId(),
            evolution.evolve(current, kind.cast(fact.event()), fact.recorded()));
      }
    }
    return new Moved<>(before, after);
  }

  private static Set<UUID> ids(List<Fact> facts) {
    Set<UUID> ids = new TreeSet<>();
    facts.forEach(it -> ids.add(it.aggregateId()));
    return ids;
  }

  private static boolean follows(Fact fact, long version) {
    if (fact.recorded().version() > version + 1) {
      throw new IllegalStateException(
          "Events %d to %d of aggregate %s are missing from the read tables; rebuild them"
              .formatted(version + 1, fact.recorded().version() - 1, fact.aggregateId()));
    }
    return fact.recorded().version() == version + 1;
  }
}

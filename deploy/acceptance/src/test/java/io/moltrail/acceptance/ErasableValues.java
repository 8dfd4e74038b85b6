package io.moltrail.acceptance;

import io.moltrail.acceptance.canary.Marks;
import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.eventstore.envelope.EventSealer;
import io.moltrail.eventstore.envelope.LocalKeyWrapper;
import io.moltrail.eventstore.json.EventTypes;
import io.moltrail.eventstore.json.EventTypes.EventType;
import io.moltrail.eventstore.log.EventLog;
import io.moltrail.eventstore.log.StoredEvent;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.MetadataKeys;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Every erasable value in the log, as whoever holds the keys reads it: by event type, component and
 * place in it, {@code molecule.added.structure.inchiKey}.
 */
record ErasableValues(Set<String> types, Map<String, Set<String>> byField) {

  private static final int MORE_THAN_THERE_ARE = 10_000;

  static ErasableValues in(DataSource log, byte[] wrappingKey) {
    EventSealer sealer =
        new EventSealer(
            new Envelopes(new DataKeys(JdbcClient.create(log), new LocalKeyWrapper(wrappingKey))));
    ErasableValues values = new ErasableValues(new TreeSet<>(), new TreeMap<>());
    List<StoredEvent> events =
        new EventLog(new JdbcTemplate(log)).readAfter(null, MORE_THAN_THERE_ARE);
    events.forEach(event -> values.add(event, sealer));
    return values;
  }

  /** By the record, not by what happens to be there. */
  static List<String> components(EventType type) {
    return Arrays.stream(type.type().getRecordComponents())
        .filter(it -> it.getType() == Erasable.class)
        .map(RecordComponent::getName)
        .toList();
  }

  /** The fields that are this one, or in it. */
  List<String> fieldsOf(String component) {
    return byField.keySet().stream()
        .filter(it -> it.equals(component) || it.startsWith(component + "."))
        .toList();
  }

  boolean carriesAMark(String field, Marks marks) {
    return byField.get(field).stream().anyMatch(marks::in);
  }

  private void add(StoredEvent event, EventSealer sealer) {
    types.add(event.type());
    JsonNode payload = sealer.openPayload(event.payload());
    for (String component : components(type(event))) {
      leaves(event.type() + "." + component, payload.path(component));
    }
    String reason = sealer.openMetadata(event.metadata()).get(MetadataKeys.REASON);
    if (reason != null && !reason.equals(EventSealer.ERASED)) {
      leaf(event.type() + ".reason", reason);
    }
  }

  private static EventType type(StoredEvent event) {
    return EventTypes.all().stream()
        .filter(it -> it.name().equals(event.type()))
        .findFirst()
        .orElseThrow();
  }

  private void leaves(String field, JsonNode value) {
    if (field.endsWith(".annotations")) {
      value.propertyNames().forEach(key -> leaf(field + ".(key)", key));
      value.forEach(it -> leaves(field + "." + it.getNodeType(), it));
    } else if (value.isObject()) {
      value.properties().forEach(it -> leaves(field + "." + it.getKey(), it.getValue()));
    } else if (value.isArray()) {
      value.forEach(it -> leaves(field, it));
    } else if (!value.isNull() && !value.isMissingNode()) {
      leaf(field, value.asString());
    }
  }

  private void leaf(String field, String text) {
    byField.computeIfAbsent(field, ignored -> new TreeSet<>()).add(text);
  }
}

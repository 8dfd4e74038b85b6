package io.moltrail.eventstore.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.eventstore.json.EventTypes;
import io.moltrail.eventstore.json.EventTypes.EventType;
import io.moltrail.eventstore.json.MessageJson;
import io.moltrail.eventstore.log.StoredEvent;
import io.moltrail.messages.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/**
 * Writes the samples that are missing, and never touches one that is there. It is a test only to be
 * run by Maven; the README has the command.
 */
class SampleWriterTest {

  @Test
  @EnabledIfSystemProperty(named = "moltrail.golden.write", matches = "true")
  void samples_that_are_missing_are_written() throws IOException {
    for (EventType type : EventTypes.all()) {
      Path file = Sample.file(type.name(), type.revision());
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, json(sample(type)));
        Checksums.add(file);
      }
      assertThat(file).exists();
    }
  }

  private static String json(Sample sample) {
    return MessageJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(sample) + "\n";
  }

  private static Sample sample(EventType type) {
    GoldenLog log = new GoldenLog();
    Event event = SampleEvents.of(type.type());
    StoredEvent stored =
        log.append(
            type.name().substring(0, type.name().indexOf('.')),
            SampleEvents.aggregateId(event),
            event,
            SampleEvents.METADATA);
    return new Sample(
        Sample.WARNING,
        row(stored),
        log.keys(),
        new TreeMap<>(SampleEvents.METADATA),
        written(event),
        older(type),
        Shape.of(type.type()).fields());
  }

  private static Sample.Row row(StoredEvent stored) {
    return new Sample.Row(
        stored.eventId(),
        stored.aggregateType(),
        stored.aggregateId(),
        stored.sequenceNumber(),
        stored.type(),
        stored.revision(),
        stored.timestamp(),
        stored.payload(),
        stored.metadata());
  }

  private static SortedMap<String, JsonNode> older(EventType type) {
    SortedMap<String, JsonNode> older = new TreeMap<>();
    for (int revision = 1; revision < Integer.parseInt(type.revision()); revision++) {
      Sample sample = Sample.of(type.name(), Integer.toString(revision));
      GoldenLog log = new GoldenLog();
      log.put(sample);
      DomainEventMessage<?> read = log.read(sample);
      older.put(Integer.toString(revision), written((Event) read.getPayload()));
    }
    return older;
  }

  private static JsonNode written(Event event) {
    return MessageJson.mapper().readTree(MessageJson.mapper().writeValueAsString(event));
  }
}

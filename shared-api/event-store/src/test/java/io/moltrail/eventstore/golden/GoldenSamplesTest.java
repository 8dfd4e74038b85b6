package io.moltrail.eventstore.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.eventstore.envelope.EventSealer;
import io.moltrail.eventstore.json.EventTypes;
import io.moltrail.eventstore.json.EventTypes.EventType;
import io.moltrail.eventstore.json.MessageJson;
import io.moltrail.eventstore.log.StoredEvent;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.Event;
import io.moltrail.messages.MetadataKeys;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the log holds can be read for ever; each sample stands for all events like it. */
class GoldenSamplesTest {

  private static final String WHAT_TO_DO =
      """
      The record of %s is no longer what is stored under revision %s. Stored events cannot be changed: take the change
      back, or give the type a new revision in EventTypes, write an upcaster from the old one (KnownEvents), then write
      its sample. The README of event-store says how.\
      """;

  @Test
  void every_type_has_a_sample_of_every_revision_and_no_sample_is_left_over() {
    assertThat(Sample.names())
        .as("samples; the README of event-store says how to write one for a new event")
        .containsExactlyInAnyOrderElementsOf(
            EventTypes.all().stream().flatMap(GoldenSamplesTest::revisions).toList());
  }

  @Test
  void no_sample_has_ever_changed() {
    assertThat(Checksums.stored())
        .as("SHA256SUMS: a line is only ever added, never edited")
        .containsExactlyInAnyOrderElementsOf(Sample.files().map(Checksums::line).toList());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_sample_is_decrypted_lifted_and_read_as_todays_event(Sample sample) {
    GoldenLog log = new GoldenLog();
    log.put(sample);

    DomainEventMessage<?> read = log.read(sample);

    EventType type = type(sample);
    JsonNode expected = expected(sample, type);
    assertThat(read.getPayload())
        .isEqualTo(MessageJson.mapper().treeToValue(expected, type.type()));
    assertThat(written(read.getPayload())).isEqualTo(expected);
    assertThat(read.getMetaData()).isEqualTo(sample.openedMetadata());
    assertThat(read.getIdentifier()).isEqualTo(sample.row().eventId());
    assertThat(read.getTimestamp()).isEqualTo(sample.row().timestamp());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void without_keys_a_sample_reads_as_erased_and_nothing_fails(Sample sample) throws Exception {
    GoldenLog log = new GoldenLog();
    log.put(sample);
    log.destroyAllKeys();

    DomainEventMessage<?> read = log.read(sample);

    EventType type = type(sample);
    Event kept = MessageJson.mapper().treeToValue(expected(sample, type), type.type());
    for (RecordComponent component : type.type().getRecordComponents()) {
      assertThat(component.getAccessor().invoke(read.getPayload()))
          .as(component.getName())
          .isEqualTo(
              component.getType() == Erasable.class
                  ? Erasable.erased()
                  : component.getAccessor().invoke(kept));
    }
    assertThat(read.getMetaData().get(MetadataKeys.REASON)).isEqualTo(EventSealer.ERASED);
  }

  @ParameterizedTest
  @MethodSource("newest")
  void a_record_has_the_shape_under_which_it_is_stored(Sample sample) {
    assertThat(new Shape(sample.shape()).unlike(Shape.of(type(sample).type())))
        .as(WHAT_TO_DO, sample.row().type(), sample.row().revision())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("newest")
  void a_sample_has_something_in_every_field(Sample sample) {
    assertThat(
            Populated.missingIn(
                MessageJson.mapper().treeToValue(sample.opened(), type(sample).type())))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("newest")
  void todays_event_is_stored_with_the_same_fields_as_the_sample(Sample sample) {
    Event event = MessageJson.mapper().treeToValue(sample.opened(), type(sample).type());

    GoldenLog log = new GoldenLog();
    StoredEvent stored =
        log.append(
            sample.row().aggregateType(),
            sample.row().aggregateId(),
            event,
            sample.openedMetadata());

    assertThat(Anatomy.of(stored.payload())).isEqualTo(Anatomy.of(sample.row().payload()));
    assertThat(Anatomy.of(stored.metadata())).isEqualTo(Anatomy.of(sample.row().metadata()));
    assertThat(Anatomy.of(written(event))).isEqualTo(Anatomy.of(sample.opened()));
    assertThat(subjects(log.keys())).isEqualTo(subjects(sample.dataKeys()));
    assertThat(stored.type()).isEqualTo(sample.row().type());
    assertThat(stored.revision()).isEqualTo(sample.row().revision());
  }

  static List<Sample> samples() {
    return Sample.all();
  }

  static List<Sample> newest() {
    return EventTypes.all().stream().map(it -> Sample.of(it.name(), it.revision())).toList();
  }

  private static Stream<String> revisions(EventType type) {
    return IntStream.rangeClosed(1, Integer.parseInt(type.revision()))
        .mapToObj(revision -> type.name() + "/" + revision);
  }

  private static EventType type(Sample sample) {
    return EventTypes.all().stream()
        .filter(it -> it.name().equals(sample.row().type()))
        .findFirst()
        .orElseThrow();
  }

  /** The newest sample says what older ones have become; so none of them ever needs to change. */
  private static JsonNode expected(Sample sample, EventType type) {
    return sample.row().revision().equals(type.revision())
        ? sample.opened()
        : Sample.of(type.name(), type.revision()).older().get(sample.row().revision());
  }

  /** With whom the event and its reason are erased; the text's own key is named after the event. */
  private static Set<String> subjects(SortedMap<String, byte[]> keys) {
    return keys.keySet().stream()
        .map(it -> it.startsWith("text:") ? "text" : it)
        .collect(Collectors.toSet());
  }

  private static JsonNode written(Object event) {
    return MessageJson.mapper().readTree(MessageJson.mapper().writeValueAsString(event));
  }
}

package io.moltrail.eventstore.envelope;

import static io.moltrail.eventstore.envelope.Wrappers.CURRENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.moltrail.eventstore.json.MessageJson;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;
import io.moltrail.messages.Event;
import io.moltrail.messages.Id;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.UserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an event reads as while its keys exist, when some are gone, and when it was tampered with.
 */
class EventSealerTest {

  private static final String EVENT = "1";

  private final TestDatabase database = Wrappers.freshLog();
  private final DataKeys keys = Wrappers.keys(database, CURRENT);
  private final EventSealer sealer = new EventSealer(new Envelopes(keys));
  private final Visited event =
      new Visited(
          new UserId(UUID.randomUUID()),
          new ProjectId(UUID.randomUUID()),
          "in clear",
          Erasable.of("Canaryname"),
          Erasable.of(Optional.of("Canarynick")),
          Erasable.of(new Visit("Canaryroom", List.of("Canarytool"))),
          Erasable.of(Map.of("Canarykey", "Canaryvalue")),
          Erasable.of(Optional.empty()));

  @Test
  void two_subjects_of_one_event_have_an_envelope_each_and_nothing_else_stands_in_clear() {
    byte[] stored = sealer.sealPayload(event, EVENT);

    assertThat(new String(stored, StandardCharsets.UTF_8))
        .contains("in clear", event.user().subject(), event.project().subject())
        .doesNotContain("Canary");
    assertThat(envelopes(tree(stored))).hasSize(2);
    assertThat(read(stored)).isEqualTo(event);
  }

  @Test
  void whatever_the_shape_of_a_value_it_reads_as_erased_when_its_key_is_gone() {
    byte[] stored = sealer.sealPayload(event, EVENT);

    keys.destroy(event.project().subject());

    assertThat(read(stored))
        .isEqualTo(
            new Visited(
                event.user(),
                event.project(),
                event.note(),
                event.name(),
                event.nick(),
                Erasable.erased(),
                Erasable.erased(),
                Erasable.erased()));
    keys.destroy(event.user().subject());
    assertThat(read(stored).name()).isEqualTo(Erasable.erased());
    assertThat(read(stored).nick()).isEqualTo(Erasable.erased());
  }

  @Test
  void a_reason_reads_as_its_placeholder_when_its_owner_is_gone() {
    byte[] stored = sealer.sealMetadata(Map.of("reason", "Canaryreason"), EVENT, event);
    assertThat(sealer.openMetadata(stored)).containsEntry("reason", "Canaryreason");

    keys.destroy(event.user().subject());

    assertThat(sealer.openMetadata(stored)).containsEntry("reason", EventSealer.ERASED);
  }

  @Test
  void tampered_bytes_are_loud_and_no_placeholder() {
    ObjectNode tree = tree(sealer.sealPayload(event, EVENT));
    ObjectNode envelope = (ObjectNode) envelopes(tree).get(0);
    String sealed = envelope.get("sealed").asString();

    for (String tampered :
        List.of(
            (sealed.charAt(20) == 'A' ? 'B' : 'A') + sealed.substring(1).replace("A", "B"),
            sealed.substring(4),
            sealed.substring(0, 8),
            "",
            "?" + sealed)) {
      envelope.put("sealed", tampered);
      assertThatException().as(tampered).isThrownBy(() -> sealer.openPayload(bytes(tree)));
    }
  }

  @Test
  void an_envelope_under_another_subject_or_id_is_loud_and_no_placeholder() {
    ObjectNode tree = tree(sealer.sealPayload(event, EVENT));
    ObjectNode envelope = (ObjectNode) envelopes(tree).get(0);
    String id = envelope.get("id").asString();

    envelope.put("id", "another");
    assertThatIllegalStateException().isThrownBy(() -> sealer.openPayload(bytes(tree)));
    envelope.put("id", id).put("subject", event.project().subject());
    assertThatIllegalStateException().isThrownBy(() -> sealer.openPayload(bytes(tree)));
  }

  @Test
  void a_wrapped_key_of_another_subject_is_loud_and_no_placeholder() {
    byte[] stored = sealer.sealPayload(event, EVENT);
    JdbcClient.create(database.superuser())
        .sql(
            "update log.data_key set wrapped_key = (select wrapped_key from log.data_key where"
                + " subject = ?) where subject = ?")
        .params(event.user().subject(), event.project().subject())
        .update();

    EventSealer other = new EventSealer(new Envelopes(Wrappers.keys(database, CURRENT)));

    assertThatIllegalStateException().isThrownBy(() -> other.openPayload(stored));
  }

  @Test
  void an_erasable_value_below_another_would_stand_in_clear_and_is_refused() {
    UserId user = new UserId(UUID.randomUUID());

    for (Event deep :
        List.of(
            new Nested(user, new Inner(Erasable.of("Canaryname"))),
            new Listed(user, List.of(Erasable.of("Canaryname"))),
            new Twice(user, Erasable.of(Optional.of(Erasable.of("Canaryname")))))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> sealer.sealPayload(deep, EVENT))
          .withMessageContaining("holds an erasable value within another");
    }
  }

  @Test
  void keys_that_were_prepared_are_the_ones_that_are_stored() {
    CountedWrapper counted = new CountedWrapper(CURRENT);
    EventSealer counting = new EventSealer(new Envelopes(Wrappers.keys(database, counted)));

    counting.prepare(event, Map.of("reason", "x"));
    int prepared = counted.calls();
    byte[] payload = counting.sealPayload(event, EVENT);
    byte[] metadata = counting.sealMetadata(Map.of("reason", "x"), EVENT, event);

    assertThat(prepared).isEqualTo(2);
    assertThat(counted.calls()).as("none after the first write").isEqualTo(prepared);
    assertThat(read(payload)).isEqualTo(event);
    assertThat(sealer.openMetadata(metadata)).containsEntry("reason", "x");
  }

  private Visited read(byte[] stored) {
    return MessageJson.mapper().treeToValue(sealer.openPayload(stored), Visited.class);
  }

  private static ObjectNode tree(byte[] stored) {
    return (ObjectNode) MessageJson.mapper().readTree(stored);
  }

  private static JsonNode envelopes(ObjectNode tree) {
    return tree.get("$envelopes");
  }

  private static byte[] bytes(ObjectNode tree) {
    return MessageJson.mapper().writeValueAsBytes(tree);
  }

  record Visit(String room, List<String> tools) {}

  /** Two subjects, and every shape that a value can have. */
  record Visited(
      UserId user,
      ProjectId project,
      String note,
      @ErasedWith("user") Erasable<String> name,
      @ErasedWith("user") Erasable<Optional<String>> nick,
      @ErasedWith("project") Erasable<Visit> visit,
      @ErasedWith("project") Erasable<Map<String, String>> remarks,
      @ErasedWith("project") Erasable<Optional<String>> nothing)
      implements Event {

    @Override
    public Id subject() {
      return user;
    }
  }

  record Inner(Erasable<String> name) {}

  record Nested(UserId subject, Inner inner) implements Event {}

  record Listed(UserId subject, List<Erasable<String>> names) implements Event {}

  record Twice(UserId subject, @ErasedWith("subject") Erasable<Optional<Erasable<String>>> name)
      implements Event {}
}

package io.moltrail.eventstore.envelope;

import static io.moltrail.eventstore.envelope.Wrappers.CURRENT;
import static io.moltrail.eventstore.envelope.Wrappers.FORMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.moltrail.eventstore.DatabaseRoles;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people typed falls with the project it is about, and can go before it, text by text. */
class EventTextsTest {

  private static final Map<String, String> REASON = Map.of("reason", "Canaryreason");

  private final TestDatabase database = Wrappers.freshLog();
  private final DataKeys keys = Wrappers.keys(database, CURRENT);
  private final EventSealer sealer = new EventSealer(new Envelopes(keys));
  private final Remarked event =
      new Remarked(
          new ProjectId(UUID.randomUUID()),
          Erasable.of("Canarystructure"),
          Erasable.of(Map.of("Canarykey", "Canaryvalue")),
          Erasable.of(List.of("Canarytag")));

  @Test
  void the_texts_of_an_event_share_an_envelope_that_is_not_their_projects() {
    byte[] stored = sealer.sealPayload(event, "1");

    assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("Canary");
    assertThat(MessageJson.mapper().readTree(stored).get("$envelopes"))
        .extracting(it -> it.get("subject").asString())
        .containsExactly(event.project().subject(), "text:1");
    assertThat(Wrappers.wrappedBy(database, event.project().subject())).containsExactly("text:1");
    assertThat(read(sealer, stored)).isEqualTo(event);
  }

  @Test
  void one_events_texts_and_its_reason_go_and_all_else_stays() {
    byte[] stored = sealer.sealPayload(event, "1");
    byte[] metadata = sealer.sealMetadata(REASON, "1", event);
    byte[] next = sealer.sealPayload(event, "2");

    keys.destroy("text:1");

    Remarked without =
        new Remarked(event.project(), event.structure(), Erasable.erased(), Erasable.erased());
    assertThat(read(sealer, stored)).isEqualTo(without);
    assertThat(read(elsewhere(), stored)).isEqualTo(without);
    assertThat(sealer.openMetadata(metadata)).containsEntry("reason", EventSealer.ERASED);
    assertThat(read(sealer, next)).isEqualTo(event);
  }

  @Test
  void texts_go_with_their_project() {
    byte[] stored = sealer.sealPayload(event, "1");
    byte[] metadata = sealer.sealMetadata(REASON, "1", event);

    assertThat(keys.destroy(event.project().subject())).isEqualTo(2);

    for (EventSealer reader : List.of(sealer, elsewhere())) {
      assertThat(read(reader, stored))
          .isEqualTo(
              new Remarked(
                  event.project(), Erasable.erased(), Erasable.erased(), Erasable.erased()));
      assertThat(reader.openMetadata(metadata)).containsEntry("reason", EventSealer.ERASED);
    }
  }

  @Test
  void nothing_more_is_said_of_a_project_that_is_gone() {
    keys.destroy(event.project().subject());

    assertThatExceptionOfType(ErasedSubjectException.class)
        .isThrownBy(() -> sealer.prepare(new OnlyText(event.project(), Erasable.of("x")), REASON));
    assertThatExceptionOfType(ErasedSubjectException.class)
        .isThrownBy(() -> sealer.sealPayload(new OnlyText(event.project(), Erasable.of("x")), "1"));
  }

  @Test
  void texts_are_read_after_the_wrapping_key_was_replaced() {
    EventSealer former = new EventSealer(new Envelopes(Wrappers.keys(database, FORMER)));
    byte[] stored = former.sealPayload(event, "1");

    new WrappingKeyRotation(
            database.as(DatabaseRoles.MIGRATOR), new Keyring(List.of(CURRENT, FORMER)), 10)
        .run();

    assertThat(read(elsewhere(), stored)).isEqualTo(event);
  }

  @Test
  void the_keeper_of_the_wrapping_key_is_asked_for_the_projects_key_and_before_the_first_write() {
    CountedWrapper counted = new CountedWrapper(CURRENT);
    EventSealer counting = new EventSealer(new Envelopes(Wrappers.keys(database, counted)));
    OnlyText text = new OnlyText(event.project(), Erasable.of("Canarytext"));

    counting.prepare(text, Map.of());
    int prepared = counted.calls();
    counting.sealPayload(text, "1");
    counting.sealMetadata(REASON, "1", text);

    assertThat(prepared).isEqualTo(1);
    assertThat(counted.calls()).isEqualTo(prepared);
  }

  @Test
  void a_text_of_another_than_the_events_subject_would_outlive_it_and_is_refused() {
    Misplaced misplaced =
        new Misplaced(event.project(), new UserId(UUID.randomUUID()), Erasable.of("Canarytext"));

    assertThatIllegalStateException()
        .isThrownBy(() -> sealer.sealPayload(misplaced, "1"))
        .withMessageContaining("is no text of the event's own subject");
  }

  /** Another process, with nothing in memory. */
  private EventSealer elsewhere() {
    return new EventSealer(new Envelopes(Wrappers.keys(database, CURRENT)));
  }

  private static Remarked read(EventSealer sealer, byte[] stored) {
    JsonNode opened = sealer.openPayload(stored);
    return MessageJson.mapper().treeToValue(opened, Remarked.class);
  }

  record Remarked(
      ProjectId project,
      @ErasedWith("project") Erasable<String> structure,
      @ErasedWith(value = "project", text = true) Erasable<Map<String, String>> remarks,
      @ErasedWith(value = "project", text = true) Erasable<List<String>> tags)
      implements Event {

    @Override
    public Id subject() {
      return project;
    }
  }

  record OnlyText(
      ProjectId subject, @ErasedWith(value = "subject", text = true) Erasable<String> text)
      implements Event {}

  record Misplaced(
      ProjectId subject,
      UserId user,
      @ErasedWith(value = "user", text = true) Erasable<String> text)
      implements Event {}
}

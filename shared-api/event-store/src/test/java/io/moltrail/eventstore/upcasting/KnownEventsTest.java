package io.moltrail.eventstore.upcasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moltrail.eventstore.json.EventTypes.EventType;
import io.moltrail.messages.molecule.MoleculeRenamed;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class KnownEventsTest {

  private static final List<EventType> THIRD =
      List.of(new EventType("molecule.renamed", "3", MoleculeRenamed.class));

  @Test
  void older_revisions_are_known_when_they_can_be_lifted() {
    KnownEvents known = KnownEvents.of(THIRD, List.of(from(1), from(2)));

    assertThat(List.of("1", "2", "3")).allMatch(it -> known.knows("molecule.renamed", it));
    assertThat(known.current(new SimpleSerializedType("molecule.renamed", "3")))
        .contains(MoleculeRenamed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "4", "01", "3 ", "", "three"})
  void any_other_revision_is_unknown(String revision) {
    KnownEvents known = KnownEvents.of(THIRD, List.of(from(1), from(2)));

    assertThat(known.knows("molecule.renamed", revision)).isFalse();
    assertThat(known.current(new SimpleSerializedType("molecule.renamed", revision))).isEmpty();
    assertThat(known.knows("molecule.teleported", "3")).isFalse();
  }

  @Test
  void an_older_revision_is_not_read_as_it_is() {
    KnownEvents known = KnownEvents.of(THIRD, List.of(from(1), from(2)));

    assertThat(known.current(new SimpleSerializedType("molecule.renamed", "2"))).isEmpty();
  }

  @Test
  void a_gap_two_for_one_step_a_wrong_order_and_a_step_too_far_are_refused() {
    List.of(
            List.of(from(1)),
            List.of(from(2)),
            List.of(from(1), from(1), from(2)),
            List.of(from(2), from(1)),
            List.of(from(1), from(2), from(3)))
        .forEach(
            upcasters ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> KnownEvents.of(THIRD, upcasters))
                    .withMessageContaining("molecule.renamed"));
  }

  @Test
  void an_upcaster_of_no_type_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KnownEvents.of(List.of(), List.of(from(1))))
        .withMessageContaining("molecule.renamed");
  }

  @Test
  void what_is_running_can_be_read_without_gaps() {
    assertThat(KnownEvents.ofThisVersion().knows("user.email-verified", "1")).isTrue();
  }

  private static RevisionUpcaster from(int revision) {
    return new RevisionUpcaster("molecule.renamed", revision) {
      @Override
      protected ObjectNode lift(ObjectNode payload, MetaData metadata) {
        return payload;
      }
    };
  }
}

package io.moltrail.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what another implementation, in another language, has worked out. */
class RecordV1Test {

  private static final String ID = "0190f7a2-7c3e-7b1a-8f00-0123456789ab";
  private static final String NOON = "2026-03-01T12:00:00.000000Z";

  @ParameterizedTest
  @MethodSource("io.moltrail.audit.Vectors#vectors")
  void every_vector_comes_out_as_it_was_published(Vectors.Vector vector) {
    byte[] encoded = vector.event().encode();

    assertThat(encoded).hasSize(vector.length());
    if (!vector.record().isEmpty()) {
      assertThat(HexFormat.of().formatHex(encoded)).isEqualTo(vector.record());
    }
    assertThat(vector.event().entry()).hasToString(vector.entry());
    assertThat(vector.event().leafHash()).hasToString(vector.leafHash());
    assertThat(RecordV1.parse(encoded)).isEqualTo(vector.event());
  }

  @ParameterizedTest
  @MethodSource("io.moltrail.audit.Vectors#refused")
  void what_no_event_has_is_refused(Vectors.Refused refused) {
    assertThatThrownBy(() -> RecordV1.parse(refused.record()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void there_are_vectors_of_both_kinds() {
    assertThat(Vectors.vectors()).hasSizeGreaterThan(8);
    assertThat(Vectors.refused()).hasSizeGreaterThan(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83e", "\uddea", "\uddea\ud83e", "molecule\ud83e.added", ""})
  void a_name_that_utf_8_cannot_say_is_refused(String name) {
    assertThatThrownBy(() -> new RecordV1(ID, name, ID, 0, "t", "1", NOON, bytes(1), bytes(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RecordV1(ID, "a", ID, 0, name, "1", NOON, bytes(1), bytes(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RecordV1(ID, "a", ID, 0, "t", name, NOON, bytes(1), bytes(2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_refusal_names_the_field_and_not_its_value() {
    assertThatThrownBy(
            () -> new RecordV1("Ada@Example", "a", ID, 0, "t", "1", NOON, bytes(), bytes()))
        .hasMessageContaining("event id")
        .hasMessageNotContaining("Ada");
  }

  @Test
  void nobody_changes_the_bytes_from_outside() {
    byte[] given = {1, 2, 3};
    RecordV1 event = new RecordV1(ID, "a", ID, 0, "t", "1", NOON, new Bytes(given), bytes());
    Bytes before = event.leafHash();

    given[0] = 9;
    event.payload().value()[1] = 9;

    assertThat(event.payload()).isEqualTo(bytes(1, 2, 3));
    assertThat(event.leafHash()).isEqualTo(before);
  }

  private static Bytes bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return new Bytes(bytes);
  }
}

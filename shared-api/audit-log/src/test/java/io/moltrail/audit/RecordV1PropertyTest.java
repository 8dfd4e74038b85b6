package io.moltrail.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for whatever event: one event, one encoding. */
class RecordV1PropertyTest {

  private static final int EVENTS = 200;

  @ParameterizedTest
  @MethodSource("events")
  void what_was_encoded_is_read_back(RecordV1 event) {
    assertThat(RecordV1.parse(event.encode())).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("events")
  void a_record_cut_off_anywhere_is_refused(RecordV1 event) {
    byte[] encoded = event.encode();
    for (int length = 0; length < encoded.length; length++) {
      byte[] cut = Arrays.copyOf(encoded, length);
      assertThatThrownBy(() -> RecordV1.parse(cut))
          .as("the first %s bytes", length)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void a_changed_bit_is_refused_or_makes_another_record_with_another_leaf(RecordV1 event) {
    byte[] encoded = event.encode();
    for (int bit = 0; bit < encoded.length * Byte.SIZE; bit++) {
      byte[] changed = encoded.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      try {
        RecordV1 other = RecordV1.parse(changed);
        assertThat(other.encode()).as("bit %s", bit).isEqualTo(changed);
        assertThat(other.leafHash()).isNotEqualTo(event.leafHash());
      } catch (IllegalArgumentException refused) {
        assertThat(refused.getMessage()).isNotBlank();
      }
    }
  }

  static Stream<RecordV1> events() {
    return RandomRecords.ofSeed("RecordV1PropertyTest").stream().limit(EVENTS);
  }
}

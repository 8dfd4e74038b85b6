package io.moltrail.eventstore.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moltrail.messages.MetadataKeys;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorableMetadataTest {

  private static final String SOMEBODY = "01900000-0000-7000-8000-000000000001";

  @Test
  void what_a_command_brings_along_is_stored() {
    Map<String, String> metadata =
        Map.of(
            MetadataKeys.ACTOR, SOMEBODY,
            MetadataKeys.CORRELATION_ID, SOMEBODY,
            MetadataKeys.CAUSATION_ID, SOMEBODY,
            MetadataKeys.REQUEST_ID, "4bf92f3577b34da6a3ce929d0e0e4736",
            MetadataKeys.REASON, "Ada asked for it: ada@example.org");

    assertThat(metadata).containsOnlyKeys(MetadataKeys.ALL);
    assertThat(StorableMetadata.of(metadata)).isEqualTo(metadata);
  }

  @ParameterizedTest
  @ValueSource(strings = {"anonymous", "installation", SOMEBODY})
  void an_actor_is_a_pseudonym(String actor) {
    assertThat(StorableMetadata.of(Map.of(MetadataKeys.ACTOR, actor))).containsValue(actor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.org",
        "Ada Lovelace",
        "ada",
        "",
        "Anonymous",
        "user:" + SOMEBODY,
        "01900000-0000-7000-8000-00000000000A",
        "1-1-1-1-1",
        SOMEBODY + "\n"
      })
  void nobody_is_named_otherwise(String actor) {
    refused(Map.of(MetadataKeys.ACTOR, actor), MetadataKeys.ACTOR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"traceId", "Actor", "userAgent", "", "$envelopes"})
  void a_key_that_is_not_foreseen_is_refused(String key) {
    refused(Map.of(key, SOMEBODY), key);
  }

  @ParameterizedTest
  @MethodSource
  void a_value_that_is_no_string_is_refused(Object value) {
    MetadataKeys.ALL.forEach(key -> refused(Map.of(key, value), key));
  }

  static Stream<Object> a_value_that_is_no_string_is_refused() {
    return Stream.of(7, true, Map.of("actor", SOMEBODY), new StringBuilder(SOMEBODY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@example.org", "Ada Lovelace", "10.0.0.1", "", "a/b", "\u00e4"})
  void the_ids_of_requests_are_no_free_text(String id) {
    refused(Map.of(MetadataKeys.REQUEST_ID, id), MetadataKeys.REQUEST_ID);
    refused(Map.of(MetadataKeys.CORRELATION_ID, id), MetadataKeys.CORRELATION_ID);
    refused(Map.of(MetadataKeys.CAUSATION_ID, id), MetadataKeys.CAUSATION_ID);
  }

  @Test
  void a_refusal_keeps_the_value_to_itself() {
    assertThatThrownBy(() -> StorableMetadata.of(Map.of(MetadataKeys.ACTOR, "ada@example.org")))
        .hasMessageNotContaining("ada");
  }

  private static void refused(Map<String, ?> metadata, String key) {
    assertThatThrownBy(() -> StorableMetadata.of(metadata))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key);
  }
}

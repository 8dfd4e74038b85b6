package io.moltrail.eventstore.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moltrail.messages.molecule.MoleculeAdded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MessageJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'structure': {'averageMass': 'CANARY'}}",
        "{'structure': 'CANARY'}",
        "{'annotations': {'CANARY': {'CANARY': 1}}}",
        "{'moleculeId': 'CANARY'}"
      })
  void what_does_not_fit_is_told_of_without_its_values(String json) {
    assertThatThrownBy(() -> MessageJson.read(tree(json), MoleculeAdded.class))
        .isInstanceOf(UnreadableMessageException.class)
        .hasMessageContaining("MoleculeAdded")
        .hasMessageNotContaining("CANARY")
        .hasNoCause();
  }

  @Test
  void what_does_not_fit_is_named_by_its_field() {
    assertThatThrownBy(() -> MessageJson.read(tree("{'structure': 1}"), MoleculeAdded.class))
        .hasMessageContaining("structure");
  }

  private static JsonNode tree(String json) {
    return MessageJson.mapper().readTree(json.replace('\'', '"'));
  }
}

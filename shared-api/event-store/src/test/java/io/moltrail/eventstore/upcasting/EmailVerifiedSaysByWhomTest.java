package io.moltrail.eventstore.upcasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.moltrail.eventstore.json.MessageJson;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.user.VerifiedBy;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class EmailVerifiedSaysByWhomTest {

  @ParameterizedTest
  @CsvSource({
    "anonymous, MAIL",
    "installation, INSTALLATION",
    "0198f2c4-5b1e-7a3d-8c60-000000000001, ADMINISTRATOR"
  })
  void who_gave_the_command_tells_how_it_became_known(String actor, VerifiedBy by) {
    ObjectNode lifted = lift(MetaData.with(MetadataKeys.ACTOR, actor));

    assertThat(lifted.toString()).isEqualTo("{\"userId\":\"ada\",\"by\":\"" + by + "\"}");
  }

  @Test
  void nothing_is_guessed() {
    assertThatIllegalStateException().isThrownBy(() -> lift(MetaData.emptyInstance()));
    assertThatIllegalStateException()
        .isThrownBy(() -> lift(MetaData.from(Map.of(MetadataKeys.ACTOR, "somebody"))));
  }

  private static ObjectNode lift(MetaData metadata) {
    ObjectNode payload = MessageJson.mapper().createObjectNode().put("userId", "ada");
    return new EmailVerifiedSaysByWhom().lift(payload, metadata);
  }
}

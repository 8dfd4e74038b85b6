package io.moltrail.query.platform.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.moltrail.eventstore.envelope.WrongWrappingKeyException;
import io.moltrail.query.testing.QueryServer;
import io.moltrail.query.testing.WrittenLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a start is refused with. */
@ExtendWith(OutputCaptureExtension.class)
class QueryStartTest {

  private static final QueryServer SERVER = QueryServer.shared();
  private static final String ANOTHER_KEY =
      new StringBuilder(WrittenLog.WRAPPING_KEY).reverse().toString();

  @Test
  void a_wrong_wrapping_key_ends_the_start_with_a_sentence_and_no_stack_trace(
      CapturedOutput output) {
    SERVER.user("Ada");

    assertThatException()
        .isThrownBy(() -> SERVER.start(ANOTHER_KEY))
        .withRootCauseInstanceOf(WrongWrappingKeyException.class);

    assertThat(output)
        .contains("PII_KEK is not the key that wrapped the data keys in this database")
        .doesNotContain("at io.moltrail.", ANOTHER_KEY);
  }
}

package io.moltrail.query.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.moltrail.eventstore.log.PlaceToken;
import io.moltrail.messages.LogPlace;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

class TokensTest {

  private static final PlaceToken PLACE = new PlaceToken(new LogPlace(3, 1_000_000_000_000L, 7));

  @Test
  void a_place_is_read_as_it_was_written() {
    assertThat(roundTrip(PLACE)).isEqualTo(PLACE);
  }

  @Test
  void a_token_that_was_written_during_a_replay_can_be_read_again() {
    TrackingToken replaying =
        ReplayToken.createReplayToken(PLACE, new PlaceToken(new LogPlace(0, 1, 1)));

    assertThat(Tokens.place(roundTrip(replaying))).contains(new LogPlace(0, 1, 1));
  }

  @Test
  void nothing_but_tokens_is_made_of_a_token_row() {
    String poisoned =
        """
        {"tokenAtReset": {"@class": "%s"}, "currentToken": null, "resetContext": null}
        """
            .formatted(Smuggled.class.getName());

    assertThatException()
        .isThrownBy(
            () ->
                Tokens.serializer()
                    .deserialize(
                        new SimpleSerializedObject<>(
                            poisoned, String.class, ReplayToken.class.getName(), null)));
  }

  /** A token type that is none of Axon's and none of ours. */
  record Smuggled() implements TrackingToken {

    @Override
    public TrackingToken lowerBound(TrackingToken other) {
      return this;
    }

    @Override
    public TrackingToken upperBound(TrackingToken other) {
      return this;
    }

    @Override
    public boolean covers(TrackingToken other) {
      return true;
    }
  }

  private static TrackingToken roundTrip(TrackingToken token) {
    SerializedObject<String> written = Tokens.serializer().serialize(token, String.class);
    return Tokens.serializer().deserialize(written);
  }
}

package io.moltrail.eventstore.log;

import io.moltrail.messages.LogPlace;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * A place in the log as Axon's tracking token. The order is total, so bounds are minimum and
 * maximum.
 */
public record PlaceToken(LogPlace place) implements TrackingToken {

  @Override
  public @Nullable TrackingToken lowerBound(@Nullable TrackingToken other) {
    return other == null ? null : place.covers(placeOf(other)) ? other : this;
  }

  @Override
  public TrackingToken upperBound(@Nullable TrackingToken other) {
    return other == null || place.covers(placeOf(other)) ? this : other;
  }

  @Override
  public boolean covers(@Nullable TrackingToken other) {
    return other == null || place.covers(placeOf(other));
  }

  @Override
  public boolean samePositionAs(@Nullable TrackingToken other) {
    return equals(other);
  }

  static LogPlace placeOf(TrackingToken token) {
    if (token instanceof PlaceToken(LogPlace place)) {
      return place;
    }
    throw new IllegalArgumentException("Not a token of this log: " + token.getClass().getName());
  }
}

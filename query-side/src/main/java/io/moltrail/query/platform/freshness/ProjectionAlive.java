package io.moltrail.query.platform.freshness;

import io.moltrail.query.platform.database.LiveView;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.web.ReadinessCheck;
import java.time.Duration;

/** Down only when the rows are behind and do not move: a node that is catching up will be there soon. */
record ProjectionAlive(LiveView live, LagWatch lag) implements ReadinessCheck {

  private static final Duration LONGEST_REST = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "projection";
  }

  @Override
  public boolean ready() {
    ReadSchema schema = live.current();
    return lag.lag(schema).compareTo(FreshAnswers.MOST) <= 0
        || (lag.onceFresh() && lag.restingFor(schema).compareTo(LONGEST_REST) <= 0);
  }
}

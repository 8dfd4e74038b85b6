package io.moltrail.query.platform.freshness;

import io.moltrail.query.platform.database.LiveView;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.web.ReadinessCheck;
import java.time.Duration;
import org.springframework.dao.DataAccessException;

/**
 * Down only when the rows are behind and do not move: a node that is catching up will be there
 * soon.
 */
record ProjectionAlive(LiveView live, Freshness freshness, LagWatch lag) implements ReadinessCheck {

  private static final Duration LONGEST_REST = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "projection";
  }

  @Override
  public boolean ready() {
    ReadSchema schema = live.current();
    try {
      return freshness.lag(schema).compareTo(Freshness.MOST_LAG) <= 0
          || (lag.onceFresh() && lag.restingFor(schema).compareTo(LONGEST_REST) <= 0);
    } catch (DataAccessException e) {
      return false;
    }
  }
}

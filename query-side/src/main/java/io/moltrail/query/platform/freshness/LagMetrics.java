package io.moltrail.query.platform.freshness;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.moltrail.query.platform.database.LiveView;
import io.moltrail.query.platform.projection.ParkedRelease;
import io.moltrail.query.platform.projection.Progress;
import java.util.concurrent.TimeUnit;

/**
 * What an operator watches: how far answers are behind, that events keep coming in and that none
 * waits.
 */
record LagMetrics(LiveView live, LagWatch lag, Progress progress, ParkedRelease parked)
    implements MeterBinder {

  @Override
  public void bindTo(MeterRegistry registry) {
    TimeGauge.builder(
            "moltrail.projection.lag",
            this,
            TimeUnit.MILLISECONDS,
            it -> it.lag.lag(it.live.current()).toMillis())
        .description("how long ago the newest thing may have happened that answers do not show")
        .register(registry);
    FunctionCounter.builder("moltrail.projection.events", progress, Progress::events)
        .description("events written to the read tables by this process")
        .register(registry);
    Gauge.builder("moltrail.parked.events", parked, ParkedRelease::waiting)
        .description("events that wait for a version that knows them")
        .register(registry);
  }
}

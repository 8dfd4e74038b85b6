package io.moltrail.query.platform.projection;

import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.eventstore.envelope.EventSealer;
import io.moltrail.eventstore.log.AppendParticipant;
import io.moltrail.eventstore.log.EventLog;
import io.moltrail.eventstore.log.LogListener;
import io.moltrail.eventstore.log.LogMessageSource;
import io.moltrail.eventstore.log.PostgresEventStorageEngine;
import io.moltrail.web.settings.Settings;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way from the log to the read tables. */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {

  @Bean
  EventLog queryEventLog(@Qualifier("queryLogTemplate") JdbcTemplate log) {
    return new EventLog(log);
  }

  @Bean
  DataKeys queryDataKeys(@Qualifier("queryLogJdbc") JdbcClient log, Settings settings) {
    return new DataKeys(log, WrappingKeys.of(settings));
  }

  /** It only reads: the role of this side may not append. */
  @Bean
  PostgresEventStorageEngine queryEventStorageEngine(
      @Qualifier("queryEventLog") EventLog log, @Qualifier("queryDataKeys") DataKeys keys) {
    return new PostgresEventStorageEngine(
        log, new EventSealer(new Envelopes(keys)), AppendParticipant.NONE);
  }

  @Bean
  LogMessageSource queryLogSource(
      @Qualifier("queryEventStorageEngine") PostgresEventStorageEngine engine) {
    return new LogMessageSource(engine);
  }

  /** Hears commits of other processes; the standalone calls {@code committed()} after its own. */
  @Bean(destroyMethod = "close")
  LogListener queryLogListener(
      @Qualifier("queryLogPool") DataSource pool,
      @Qualifier("queryEventLog") EventLog log,
      @Qualifier("queryLogSource") LogMessageSource source) {
    return new LogListener(pool, log, source::wake);
  }

  @Bean
  Progress queryProgress() {
    return new Progress(System::nanoTime);
  }

  @Bean
  ParkedRelease queryParkedRelease(
      @Qualifier("queryEventLog") EventLog log,
      @Qualifier("queryEventStorageEngine") PostgresEventStorageEngine engine,
      Projections projections) {
    return new ParkedRelease(log, engine, projections);
  }

  @Bean
  LiveProjection queryLiveProjection(
      @Qualifier("queryLogSource") LogMessageSource source,
      Projections projections,
      ParkedRelease release,
      @Qualifier("queryProgress") Progress progress) {
    return new LiveProjection(
        new ProcessorBuilder(source, projections, new Parking(), progress),
        release,
        progress,
        System::nanoTime);
  }
}

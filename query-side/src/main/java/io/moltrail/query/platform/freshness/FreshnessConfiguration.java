package io.moltrail.query.platform.freshness;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.eventstore.log.EventLog;
import io.moltrail.eventstore.log.StartGuard;
import io.moltrail.query.platform.database.LiveView;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.database.SchemaCheck;
import io.moltrail.query.platform.projection.LiveProjection;
import io.moltrail.query.platform.projection.ParkedRelease;
import io.moltrail.query.platform.projection.Progress;
import io.moltrail.web.ReadinessCheck;
import io.moltrail.web.consistency.ConsistencyTokens;
import io.moltrail.web.problems.ProblemSource;
import io.moltrail.web.requests.RequestArgument;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What stands before every query. */
@Configuration(proxyBeanMethods = false)
public class FreshnessConfiguration {

  /** After the caller's role and the body's form have been checked. */
  private static final int ORDER = 200;

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(ReadSchema.class);
  }

  @Bean
  LagWatch queryLagWatch(@Qualifier("queryEventLog") EventLog log) {
    return new LagWatch(log::head, System::nanoTime);
  }

  @Bean
  Freshness queryFreshness(
      ConsistencyTokens tokens, @Qualifier("queryEventLog") EventLog log, LagWatch lag) {
    return new Freshness(tokens, log, lag);
  }

  @Bean
  StartChecks queryStartChecks(
      @Qualifier("querySchemaCheck") SchemaCheck schemas,
      @Qualifier("queryStartGuard") StartGuard guard,
      @Qualifier("queryDataKeys") DataKeys keys,
      @Qualifier("queryEventLog") EventLog log,
      LiveView live) {
    return new StartChecks(schemas, guard, keys, log, live);
  }

  @Bean
  SmartLifecycle queryStart(
      StartChecks checks,
      LiveView live,
      LiveProjection projection,
      Freshness freshness,
      LagWatch lag,
      Progress progress) {
    return new QueryStart(checks, live, projection, freshness, lag, progress);
  }

  @Bean
  WebMvcConfigurer queryWeb(LiveView live, Freshness freshness) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new FreshAnswers(live, freshness)).order(ORDER);
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestArgument<>(ReadSchema.class, FreshAnswers::pinned));
      }
    };
  }

  @Bean
  ReadinessCheck queryProjectionAlive(LiveView live, Freshness freshness, LagWatch lag) {
    return new ProjectionAlive(live, freshness, lag);
  }

  @Bean
  MeterBinder queryLagMetrics(
      LiveView live, LagWatch lag, Progress progress, ParkedRelease parked) {
    return new LagMetrics(live, lag, progress, parked);
  }

  @Bean
  ProblemSource queryProblems() {
    return new QueryProblems();
  }

  @Bean
  GlobalOperationCustomizer queryOpenApi() {
    return new QueryOpenApi();
  }
}

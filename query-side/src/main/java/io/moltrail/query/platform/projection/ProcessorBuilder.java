package io.moltrail.query.platform.projection;

import io.moltrail.eventstore.log.LogMessageSource;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.database.Tokens;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;

/**
 * Makes the one processor of a schema: one segment, hundreds of events a batch, claims that pass on
 * within seconds.
 */
record ProcessorBuilder(
    LogMessageSource source, Projections projections, Parking parking, Progress progress) {

  private static final int BATCH = 500;
  private static final long CLAIM_MILLIS = 500;

  /**
   * @param coordinator with a single thread: with more, Axon loses a wake that comes while it is
   *     coordinating
   * @param committed called after each batch
   */
  PooledStreamingEventProcessor build(
      ReadSchema schema,
      ScheduledExecutorService coordinator,
      ScheduledExecutorService worker,
      Consumer<List<Arrival>> committed) {
    return PooledStreamingEventProcessor.builder()
        .name(Tokens.PROCESSOR)
        .eventHandlerInvoker(new LiveInvoker(schema, projections, parking, committed))
        .errorHandler(new Alarm(progress))
        .messageSource(source)
        .tokenStore(schema.tokens())
        .transactionManager(new SpringTransactionManager(schema.transactions()))
        .coordinatorExecutor(coordinator)
        .workerExecutor(worker)
        .initialSegmentCount(1)
        .initialToken(it -> it.createTailToken())
        .batchSize(BATCH)
        .tokenClaimInterval(CLAIM_MILLIS)
        .claimExtensionThreshold(CLAIM_MILLIS)
        .enableCoordinatorClaimExtension()
        .build();
  }

  /** A failing batch is no batch: it is told and tried again. */
  private record Alarm(Progress progress) implements ErrorHandler {

    @Override
    public void handleError(ErrorContext context) throws Exception {
      progress.failed(context.error());
      PropagatingErrorHandler.instance().handleError(context);
    }
  }
}

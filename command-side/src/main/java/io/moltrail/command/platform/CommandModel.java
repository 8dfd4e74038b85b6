package io.moltrail.command.platform;

import io.moltrail.command.molecule.Molecule;
import io.moltrail.command.project.Accounts;
import io.moltrail.command.project.Invitees;
import io.moltrail.command.project.Owners;
import io.moltrail.command.project.Project;
import io.moltrail.command.user.User;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** The aggregates behind a command bus. Axon is told here, and only here, what it is made of. */
final class CommandModel implements AutoCloseable {

  private final Configuration configuration;

  CommandModel(
      EventStore eventStore,
      TransactionManager transactions,
      CommandPipeline pipeline,
      Accounts accounts,
      Owners owners,
      Invitees invitees) {
    System.setProperty("axoniq.update-checker.disabled", "true");
    System.setProperty("disable-axoniq-console-message", "true");
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureEventStore(c -> eventStore)
            .configureTransactionManager(c -> transactions)
            .configureSerializer(c -> inMemoryOnly())
            .configureCorrelationDataProviders(c -> List.of(pipeline))
            .registerComponent(
                ParameterResolverFactory.class, c -> parameters(accounts, owners, invitees))
            .registerHandlerEnhancerDefinition(c -> new LoadedVersion())
            .configureAggregate(aggregate(User.class))
            .configureAggregate(aggregate(Project.class))
            .configureAggregate(aggregate(Molecule.class));
    configuration = configurer.buildConfiguration();
    configuration.commandBus().registerHandlerInterceptor(pipeline);
    configuration.start();
  }

  CommandBus bus() {
    return configuration.commandBus();
  }

  /**
   * No lock of Axon's: the database's locks hold across nodes, and adding to one project must run
   * side by side.
   */
  private static <A> AggregateConfigurer<A> aggregate(Class<A> type) {
    return AggregateConfigurer.defaultConfiguration(type)
        .configureLockFactory(c -> NullLockFactory.INSTANCE);
  }

  private static ParameterResolverFactory parameters(
      Accounts accounts, Owners owners, Invitees invitees) {
    return MultiParameterResolverFactory.ordered(
        new CommandParameters(accounts, owners, invitees),
        ClasspathParameterResolverFactory.forClass(CommandModel.class));
  }

  private static Serializer inMemoryOnly() {
    return Jackson3Serializer.builder().build();
  }

  @Override
  public void close() {
    configuration.shutdown();
  }
}

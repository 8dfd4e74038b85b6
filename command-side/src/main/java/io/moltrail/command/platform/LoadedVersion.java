package io.moltrail.command.platform;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.ProjectId;
import java.util.UUID;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.Scope;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateScopeDescriptor;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Compares versions right after an aggregate is loaded and before its handler: with the one that
 * the author has read (If-Match), and a project's with its guard. Axon's own comparison comes too
 * late for the first and does not know the second.
 */
final class LoadedVersion implements HandlerEnhancerDefinition {

  @Override
  public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
    return original.canHandleMessageType(CommandMessage.class)
        ? new Comparing<>(original)
        : original;
  }

  private static final class Comparing<T> extends WrappedMessageHandlingMember<T> {

    private Comparing(MessageHandlingMember<T> original) {
      super(original);
    }

    @Override
    public Object handle(Message<?> message, @Nullable T target) throws Exception {
      if (target != null && message instanceof CommandMessage<?>) {
        compareWithGuard();
        compareWithExpected();
      }
      return super.handle(message, target);
    }

    private static void compareWithGuard() {
      AggregateScopeDescriptor aggregate = (AggregateScopeDescriptor) Scope.describeCurrentScope();
      ProjectId loaded = new ProjectId(UUID.fromString((String) aggregate.getIdentifier()));
      Guards.Guard guard = CommandPipeline.guard(CurrentUnitOfWork.get()).byProject().get(loaded);
      if (guard != null && guard.version() != version()) {
        throw new ConcurrencyException("The project's guard and its stream disagree");
      }
    }

    private static void compareWithExpected() {
      Commands.CONTEXT
          .get()
          .expectedVersion()
          .ifPresent(
              expected -> {
                if (expected != version()) {
                  throw new Refusal.StaleVersion();
                }
              });
    }

    private static long version() {
      return AggregateLifecycle.getVersion() + 1;
    }
  }
}

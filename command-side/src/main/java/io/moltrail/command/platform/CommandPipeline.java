package io.moltrail.command.platform;

import io.moltrail.messages.Actor;
import io.moltrail.messages.Command;
import io.moltrail.messages.MetadataKeys;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What happens inside the command's transaction before its aggregate is loaded: locks first, each a
 * statement of its own; then the actor's rights and the project's guard are read. Nothing is
 * written here, so no transaction id is taken and the log's order is the order of decisions (DESIGN
 * §3).
 */
final class CommandPipeline
    implements MessageHandlerInterceptor<CommandMessage<?>>, CorrelationDataProvider {

  private static final String ACTOR = "moltrail.actor";
  private static final String GUARD = "moltrail.guard";

  private final CommandLocks locks;
  private final Rights rights;
  private final Guards guards;

  CommandPipeline(CommandLocks locks, Rights rights, Guards guards) {
    this.locks = locks;
    this.rights = rights;
    this.guards = guards;
  }

  @Override
  public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
      throws Exception {
    Command command = (Command) unitOfWork.getMessage().getPayload();
    CommandContext context = Commands.CONTEXT.get();
    CommandLocks.Scope scope = locks.take(command, context.author());
    Actor actor = rights.actor(context.author(), scope.projects());
    unitOfWork.resources().put(ACTOR, actor);
    unitOfWork.resources().put(GUARD, guards.find(scope.projects()));
    return chain.proceed();
  }

  /** The metadata that every event of the command carries: strings, pseudonyms, and the reason. */
  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    CommandContext context = Commands.CONTEXT.get();
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(MetadataKeys.ACTOR, pseudonym(context.author()));
    metadata.put(MetadataKeys.CORRELATION_ID, context.requestId());
    metadata.put(MetadataKeys.CAUSATION_ID, message.getIdentifier());
    metadata.put(MetadataKeys.REQUEST_ID, context.requestId());
    context.reason().ifPresent(reason -> metadata.put(MetadataKeys.REASON, reason));
    return metadata;
  }

  private static String pseudonym(Author author) {
    return switch (author) {
      case Author.Anonymous() -> new Actor.Anonymous().pseudonym();
      case Author.Installation() -> new Actor.Installation().pseudonym();
      case Author.User(var id) -> id.toString();
    };
  }

  static Actor actor(UnitOfWork<?> unitOfWork) {
    return unitOfWork.getResource(ACTOR);
  }

  static Guards.Found guard(UnitOfWork<?> unitOfWork) {
    return unitOfWork.getResource(GUARD);
  }
}

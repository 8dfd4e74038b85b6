package io.moltrail.command.platform;

import io.moltrail.command.project.Accounts;
import io.moltrail.command.project.Invitees;
import io.moltrail.command.project.Owners;
import io.moltrail.messages.Actor;
import io.moltrail.messages.Refusal;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What a command handler may ask for beside its command: who acts, the project's guard or those of
 * several, whether a user exists, what they own, and whom an invitation went to.
 */
final class CommandParameters implements ParameterResolverFactory {

  private final Accounts accounts;
  private final Owners owners;
  private final Invitees invitees;

  CommandParameters(Accounts accounts, Owners owners, Invitees invitees) {
    this.accounts = accounts;
    this.owners = owners;
    this.invitees = invitees;
  }

  @Override
  public @Nullable ParameterResolver<?> createInstance(
      Executable executable, Parameter[] parameters, int index) {
    Class<?> type = parameters[index].getType();
    if (type == Actor.class) {
      return new Supplied<>(() -> CommandPipeline.actor(CurrentUnitOfWork.get()));
    }
    if (type == Guards.Guard.class) {
      return new Supplied<>(CommandParameters::guard);
    }
    if (type == Owners.class) {
      return new Supplied<>(() -> owners);
    }
    if (type == Guards.Found.class) {
      return new Supplied<>(() -> CommandPipeline.guard(CurrentUnitOfWork.get()));
    }
    if (type == Invitees.class) {
      return new Supplied<>(() -> invitees);
    }
    return type == Accounts.class ? new Supplied<>(() -> accounts) : null;
  }

  private static Guards.Guard guard() {
    return CommandPipeline.guard(CurrentUnitOfWork.get()).byProject().values().stream()
        .findFirst()
        .orElseThrow(Refusal.NotFound::new);
  }

  private record Supplied<T>(Supplier<T> supplier) implements ParameterResolver<T> {

    @Override
    public T resolveParameterValue(Message<?> message) {
      return supplier.get();
    }

    @Override
    public boolean matches(Message<?> message) {
      return message instanceof CommandMessage<?>;
    }
  }
}

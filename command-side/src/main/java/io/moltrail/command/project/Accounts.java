package io.moltrail.command.project;

import io.moltrail.messages.user.UserId;

/** What a project asks about users: whether there is one. */
@FunctionalInterface
public interface Accounts {

  boolean active(UserId user);
}

package io.moltrail.web.permissions;

import io.moltrail.messages.user.SystemRole;

/** Permissions for routes that only tests have, named as operations are. */
public final class TestPermissions {

  private TestPermissions() {}

  public static Permission user(String name) {
    return of(name, new Who.AnyUser());
  }

  public static Permission administrator(String name) {
    return of(name, Who.Holder.of(SystemRole.ADMIN));
  }

  private static Permission of(String name, Who who) {
    String[] methodAndPath = name.split(" ", 2);
    return Permission.of(methodAndPath[0], methodAndPath[1], who, 200);
  }
}

package io.moltrail.acceptance;

import io.moltrail.messages.user.SystemRole;
import io.moltrail.web.permissions.Permission;
import io.moltrail.web.permissions.Who;
import java.util.ArrayList;
import java.util.List;

/** A route, called by somebody, about something in some state, in one of several manners. */
record MatrixCase(Permission permission, MatrixActor actor, MatrixState state, Manner manner) {

  /** With which of the headers that may be required. */
  enum Manner {
    BARE,
    VERSIONED,
    REASONED,
    /** With a reason, and with a version that it never had. */
    STALE
  }

  static List<MatrixCase> of(Permission permission) {
    List<MatrixCase> cases = new ArrayList<>();
    for (MatrixActor actor : MatrixActor.values()) {
      for (MatrixState state : MatrixState.of(permission)) {
        manners(permission)
            .forEach(manner -> cases.add(new MatrixCase(permission, actor, state, manner)));
      }
    }
    return cases;
  }

  private static List<Manner> manners(Permission permission) {
    List<Manner> manners = new ArrayList<>(List.of(Manner.BARE));
    if (permission.needsVersion()) {
      manners.add(Manner.VERSIONED);
      manners.add(Manner.STALE);
    }
    if (permission.asksWhy()) {
      manners.add(Manner.REASONED);
    }
    return manners;
  }

  /**
   * What the table says that it is answered with, in the order of API §1.
   *
   * @param success what it is answered with when nothing is in the way
   */
  int expected(int success) {
    int door = door();
    if (door != 200) {
      return door;
    }
    if (permission.needsVersion() && manner == Manner.BARE) {
      return 428;
    }
    if (manner == Manner.STALE) {
      return 412;
    }
    if (state == MatrixState.REGULATED && permission.asksWhy() && manner != Manner.REASONED) {
      return 428;
    }
    return state.refuses(permission) ? 409 : success;
  }

  /** Whether the caller gets in at all: 200, or as whom they are refused. */
  private int door() {
    if (permission.who() instanceof Who.Anyone) {
      return 200;
    }
    if (actor.isAnybody()) {
      return 401;
    }
    return switch (permission.who()) {
      case Who.Holder(var roles) -> roles.stream().anyMatch(this::holds) ? 200 : 403;
      case Who.Member(var least) ->
          objectIsHidden() ? 404 : actor.inProject().orElseThrow().includes(least) ? 200 : 403;
      case Who.SelfOrOwner() -> objectIsHidden() ? 404 : actor == MatrixActor.OWNER ? 200 : 403;
      default -> 200;
    };
  }

  private boolean objectIsHidden() {
    return state == MatrixState.UNKNOWN || actor.inProject().isEmpty();
  }

  private boolean holds(SystemRole role) {
    return actor.name().equals(role.name());
  }

  /** Whether the caller must not learn that the object exists. */
  boolean hides() {
    return permission.aboutAnObject()
        && state != MatrixState.UNKNOWN
        && !actor.isAnybody()
        && actor.inProject().isEmpty();
  }

  boolean changes() {
    return !permission.method().equals("GET");
  }

  @Override
  public String toString() {
    return "%s by %s, %s, %s".formatted(permission.name(), actor, state, manner);
  }
}

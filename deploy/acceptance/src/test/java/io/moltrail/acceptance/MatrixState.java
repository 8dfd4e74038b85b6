package io.moltrail.acceptance;

import io.moltrail.web.permissions.ObjectState;
import io.moltrail.web.permissions.Permission;
import java.util.List;
import java.util.Set;

/** What the project and the molecule are in when a route is called. */
enum MatrixState {
  ACTIVE(Set.of()),
  REGULATED(Set.of()),
  PROJECT_ARCHIVED(Set.of(ObjectState.PROJECT_ARCHIVED)),
  MOLECULE_ARCHIVED(Set.of(ObjectState.MOLECULE_ARCHIVED)),
  /** There is none of that id. */
  UNKNOWN(Set.of());

  private final Set<ObjectState> means;

  MatrixState(Set<ObjectState> means) {
    this.means = means;
  }

  boolean refuses(Permission permission) {
    return means.stream().anyMatch(permission.refusedWhile()::contains);
  }

  static List<MatrixState> of(Permission permission) {
    if (permission.path().contains("{mid}")) {
      return List.of(values());
    }
    return permission.aboutAnObject()
        ? List.of(ACTIVE, REGULATED, PROJECT_ARCHIVED, UNKNOWN)
        : List.of(ACTIVE);
  }
}

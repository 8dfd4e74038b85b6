package io.moltrail.acceptance;

import io.moltrail.messages.project.MemberRole;
import java.util.Optional;

/** Who calls, and what they are in the projects of the matrix. */
enum MatrixActor {
  ANONYMOUS,
  UNVERIFIED,
  SUSPENDED,
  STRANGER,
  REMOVED,
  VIEWER,
  EDITOR,
  OWNER,
  AUDITOR,
  OPERATOR,
  DPO,
  ADMIN;

  /** Unverified users have no way to an access token, and suspended ones' has ended. */
  boolean isAnybody() {
    return this == ANONYMOUS || this == UNVERIFIED || this == SUSPENDED;
  }

  Optional<MemberRole> inProject() {
    return switch (this) {
      case VIEWER, EDITOR, OWNER -> Optional.of(MemberRole.valueOf(name()));
      default -> Optional.empty();
    };
  }
}

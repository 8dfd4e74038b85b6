package io.moltrail.inventory;

import io.moltrail.messages.project.InvitationId;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.UserId;
import java.util.Optional;

/**
 * A leaf of a message.
 *
 * @param subject the type of the id with which it is erased, when it stands in an envelope
 */
record MessageField(Place place, Optional<Class<?>> subject) {

  /**
   * What the code makes of it: data of a user or of somebody invited are personal, a project's
   * confidential.
   */
  Optional<Sensitivity> sealedAs() {
    return subject.map(
        it -> {
          if (it == UserId.class || it == InvitationId.class) {
            return Sensitivity.PERSONAL;
          }
          if (it == ProjectId.class) {
            return Sensitivity.CONFIDENTIAL;
          }
          throw new IllegalStateException("Nobody has said what data of a " + it + " are");
        });
  }
}

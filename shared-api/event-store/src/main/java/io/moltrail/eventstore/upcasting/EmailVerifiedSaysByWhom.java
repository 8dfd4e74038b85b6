package io.moltrail.eventstore.upcasting;

import io.moltrail.messages.Actor;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.VerifiedBy;
import org.axonframework.messaging.MetaData;
import tools.jackson.databind.node.ObjectNode;

/**
 * Revision 1 did not say how a mailbox became known to be the user's. Who gave the command tells:
 * mailed links are followed without an account, and no user but an administrator may verify.
 */
final class EmailVerifiedSaysByWhom extends RevisionUpcaster {

  EmailVerifiedSaysByWhom() {
    super("user.email-verified", 1);
  }

  @Override
  protected ObjectNode lift(ObjectNode payload, MetaData metadata) {
    return payload.put("by", by(String.valueOf(metadata.get(MetadataKeys.ACTOR))).name());
  }

  private static VerifiedBy by(String actor) {
    if (actor.equals(new Actor.Anonymous().pseudonym())) {
      return VerifiedBy.MAIL;
    }
    if (actor.equals(new Actor.Installation().pseudonym())) {
      return VerifiedBy.INSTALLATION;
    }
    return UserId.parse(actor)
        .map(administrator -> VerifiedBy.ADMINISTRATOR)
        .orElseThrow(
            () -> new IllegalStateException("An e-mail address was verified by nobody we know"));
  }
}

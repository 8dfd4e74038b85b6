package io.moltrail.web.requests;

import io.moltrail.messages.Refusal.NotFound;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.project.InvitationId;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.UserId;
import org.springframework.format.FormatterRegistry;

/** Ids in addresses: any spelling but the canonical one leads nowhere. */
final class IdConverters {

  private IdConverters() {}

  static void register(FormatterRegistry registry) {
    registry.addConverter(
        String.class, UserId.class, it -> UserId.parse(it).orElseThrow(NotFound::new));
    registry.addConverter(
        String.class, ProjectId.class, it -> ProjectId.parse(it).orElseThrow(NotFound::new));
    registry.addConverter(
        String.class, InvitationId.class, it -> InvitationId.parse(it).orElseThrow(NotFound::new));
    registry.addConverter(
        String.class, MoleculeId.class, it -> MoleculeId.parse(it).orElseThrow(NotFound::new));
  }
}

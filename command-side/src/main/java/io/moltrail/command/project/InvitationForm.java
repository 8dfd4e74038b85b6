package io.moltrail.command.project;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.InvitationId;
import io.moltrail.messages.project.InviteMember;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.EmailAddress;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/** Who is invited, and to be what. */
record InvitationForm(
    @Schema(example = "grace@example.org") @NotNull @Size(max = 254) String email,
    @Schema(description = "EDITOR or VIEWER", example = "VIEWER") @NotNull MemberRole role) {

  /**
   * @throws Refusal.Invalid when it is no address, or a role that nobody can be given
   */
  InviteMember command(ProjectId project, InvitationId invitation, Instant expiresAt) {
    EmailAddress address = EmailAddress.parse(email).orElseThrow(InvitationForm::noAddress);
    return new InviteMember(
        project, invitation, address, MembershipRules.grantable(role), expiresAt);
  }

  private static Refusal.Invalid noAddress() {
    return new Refusal.Invalid(
        "invalid-request",
        "Some fields are not as they must be.",
        List.of(
            new Refusal.Fault(
                "/email", "invalid-email", "An e-mail address looks like ada@example.org.")));
  }

  @Override
  public String toString() {
    return "(an invitation)";
  }
}

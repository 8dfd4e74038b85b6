package io.moltrail.query.projects;

import io.moltrail.messages.project.ProjectId;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.freshness.QueryController;
import io.moltrail.query.platform.lists.Pages;
import io.moltrail.web.pages.Page;
import io.moltrail.web.pages.PageRequest;
import io.moltrail.web.resources.InvitationResource;
import io.moltrail.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Whom a project waits for. */
@QueryController
@Tag(name = "Projects")
final class InvitationController {

  private final Projects projects;
  private final Invitations invitations;
  private final Pages pages;

  InvitationController(Projects projects, Invitations invitations, Pages pages) {
    this.projects = projects;
    this.invitations = invitations;
    this.pages = pages;
  }

  @Operation(
      summary = "Pending invitations",
      description =
          "For the owner: who has been invited and has not answered, oldest first. One that has"
              + " been accepted or withdrawn or has expired is in the project's history alone, and"
              + " its address nowhere.")
  @ApiResponse(responseCode = "200", description = "A page of invitations")
  @GetMapping("/v1/projects/{pid}/invitations")
  Page<InvitationResource> list(
      ReadSchema schema, Caller caller, @PathVariable ProjectId pid, PageRequest page) {
    projects.requireOwner(schema, caller, pid);
    return pages.of(
        invitations.page(schema, pid, page.cursorPayload().map(UUID::fromString), Pages.rows(page)),
        page,
        it -> it.id().toString(),
        InvitationController::resource,
        () -> invitations.count(schema, pid));
  }

  private static InvitationResource resource(InvitationView it) {
    return new InvitationResource(
        it.id().toString(),
        it.email(),
        it.role(),
        it.state(),
        it.createdAt(),
        it.createdBy(),
        it.expiresAt());
  }
}

package io.moltrail.query.projects;

import io.moltrail.messages.project.ProjectId;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.freshness.QueryController;
import io.moltrail.query.platform.lists.Listed;
import io.moltrail.query.platform.lists.Pages;
import io.moltrail.web.pages.Page;
import io.moltrail.web.pages.PageRequest;
import io.moltrail.web.requests.Versions;
import io.moltrail.web.resources.ProjectResource;
import io.moltrail.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The caller's projects. */
@QueryController
@Tag(name = "Projects")
final class ProjectController {

  private final Projects projects;
  private final Pages pages;

  ProjectController(Projects projects, Pages pages) {
    this.projects = projects;
    this.pages = pages;
  }

  @Operation(
      summary = "My projects",
      description =
          "All projects that the caller is a member of, archived ones too, oldest first, unless"
              + " asked otherwise. A cursor keeps to its filters and its order.")
  @ApiResponse(responseCode = "200", description = "A page of projects")
  @GetMapping("/v1/projects")
  Page<ProjectResource> list(
      ReadSchema schema,
      Caller caller,
      @Parameter(description = "part of a name or code; up to 100 characters", example = "kinase")
          @RequestParam(required = false)
          @Nullable String q,
      @Parameter(
              description = "whether they are archived",
              example = "any",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"true", "false", "any"},
                      defaultValue = "any"))
          @RequestParam(required = false)
          @Nullable String archived,
      @Parameter(
              description = "the caller's own role",
              example = "OWNER",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"OWNER", "EDITOR", "VIEWER"}))
          @RequestParam(required = false)
          @Nullable String role,
      @Parameter(
              description =
                  "createdAt (default), name or code; with a minus in front the other way round",
              example = "-createdAt")
          @RequestParam(required = false)
          @Nullable String sort,
      PageRequest page) {
    ProjectListing listing = ProjectListing.of(q, archived, role, sort, page.cursorPayload());
    return pages.of(
        projects.page(schema, caller, listing, Pages.rows(page)),
        page,
        listing::cursorAfter,
        Listed::item,
        () -> projects.count(schema, caller, listing));
  }

  @Operation(summary = "One project", description = "As the caller, a member, sees it.")
  @ApiResponse(responseCode = "200", description = "The project", headers = @Header(name = "ETag"))
  @GetMapping("/v1/projects/{pid}")
  ProjectResource find(
      ReadSchema schema, Caller caller, @PathVariable ProjectId pid, HttpServletResponse response) {
    ProjectResource project = projects.require(schema, caller, pid);
    response.setHeader(HttpHeaders.ETAG, Versions.etag(project.version()));
    return project;
  }

  @Operation(
      summary = "Members",
      description = "Who is in the project, in the order in which they came.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of members",
      headers = @Header(name = "ETag"))
  @GetMapping("/v1/projects/{pid}/members")
  Page<MemberResource> members(
      ReadSchema schema,
      Caller caller,
      @PathVariable ProjectId pid,
      PageRequest page,
      HttpServletResponse response) {
    ProjectResource project = projects.require(schema, caller, pid);
    response.setHeader(HttpHeaders.ETAG, Versions.etag(project.version()));
    return pages.of(
        projects.members(
            schema,
            pid,
            page.cursorPayload().map(Projects.MemberKey::parse).orElse(Projects.MemberKey.FIRST),
            Pages.rows(page)),
        page,
        Projects.MemberKey::of,
        it -> it,
        project::memberCount);
  }
}

package io.moltrail.query.molecules;

import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.freshness.QueryController;
import io.moltrail.query.platform.lists.Pages;
import io.moltrail.query.projects.Projects;
import io.moltrail.web.pages.Page;
import io.moltrail.web.pages.PageRequest;
import io.moltrail.web.requests.Versions;
import io.moltrail.web.resources.MoleculeResource;
import io.moltrail.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Molecules of the caller's projects. */
@QueryController
@Tag(name = "Molecules")
final class MoleculeController {

  private final Molecules molecules;
  private final Projects projects;
  private final Pages pages;

  MoleculeController(Molecules molecules, Projects projects, Pages pages) {
    this.molecules = molecules;
    this.projects = projects;
    this.pages = pages;
  }

  @Operation(
      summary = "One molecule",
      description = "With everything that was computed when it was registered.")
  @ApiResponse(responseCode = "200", description = "The molecule", headers = @Header(name = "ETag"))
  @ApiResponse(
      responseCode = "304",
      description = "If-None-Match names its version",
      content = @Content)
  @GetMapping("/v1/molecules/{mid}")
  ResponseEntity<MoleculeResource> find(
      ReadSchema schema, Caller caller, @PathVariable MoleculeId mid) {
    MoleculeView molecule = molecules.require(schema, caller, mid);
    return ResponseEntity.ok()
        .eTag(Versions.etag(molecule.version()))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(MoleculeResources.of(molecule));
  }

  @Operation(
      summary = "Molecules of a project",
      description =
          "The archived ones are listed apart. A cursor keeps to its filters and its order.")
  @ApiResponse(responseCode = "200", description = "A page of molecules")
  @GetMapping("/v1/projects/{pid}/molecules")
  Page<MoleculeResource> list(
      ReadSchema schema,
      Caller caller,
      @PathVariable ProjectId pid,
      @Parameter(
              description =
                  "part of a name or number, or an exact InChIKey or canonical SMILES; up to 100"
                      + " characters",
              example = "aspirin")
          @RequestParam(required = false)
          @Nullable String q,
      @Parameter(
              description = "whether they are archived",
              example = "any",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"true", "false", "any"},
                      defaultValue = "false"))
          @RequestParam(required = false)
          @Nullable String archived,
      @Parameter(
              description =
                  "number (default), name, createdAt, updatedAt or averageMass; with a minus in"
                      + " front the other way round",
              example = "-updatedAt")
          @RequestParam(required = false)
          @Nullable String sort,
      PageRequest page) {
    projects.require(schema, caller, pid);
    MoleculeListing listing = MoleculeListing.of(q, archived, sort, page.cursorPayload());
    return pages.of(
        molecules.page(schema, pid, listing, Pages.rows(page)),
        page,
        listing::cursorAfter,
        it -> MoleculeResources.of(it.item()),
        () -> molecules.count(schema, pid, listing));
  }
}

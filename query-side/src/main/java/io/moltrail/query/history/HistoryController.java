package io.moltrail.query.history;

import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.UserId;
import io.moltrail.query.molecules.MoleculeView;
import io.moltrail.query.molecules.Molecules;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.freshness.QueryController;
import io.moltrail.query.platform.lists.Pages;
import io.moltrail.query.projects.Projects;
import io.moltrail.query.users.Users;
import io.moltrail.web.pages.Page;
import io.moltrail.web.pages.PageRequest;
import io.moltrail.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who did what, when and why; oldest first, so that a cursor never goes stale. */
@QueryController
@Tag(name = "History")
final class HistoryController {

  private final Histories histories;
  private final Projects projects;
  private final Molecules molecules;
  private final Users users;
  private final Pages pages;

  HistoryController(
      Histories histories, Projects projects, Molecules molecules, Users users, Pages pages) {
    this.histories = histories;
    this.projects = projects;
    this.molecules = molecules;
    this.users = users;
    this.pages = pages;
  }

  @Operation(
      summary = "History of a molecule",
      description =
          "All that happened to it, in former projects too, oldest first. before and after hold"
              + " only the fields that changed; what a newer version has written stands there"
              + " without them.")
  @ApiResponse(responseCode = "200", description = "A page of its history")
  @GetMapping("/v1/molecules/{mid}/history")
  Page<HistoryItem> ofMolecule(
      ReadSchema schema, Caller caller, @PathVariable MoleculeId mid, PageRequest page) {
    MoleculeView molecule = molecules.require(schema, caller, mid);
    long after = page.cursorPayload().map(Long::valueOf).orElse(0L);
    long told = histories.told(schema, molecule);
    List<Change> changes = histories.ofMolecule(mid, after, told, Pages.rows(page));
    Map<String, String> names = names(schema, changes);
    return pages.of(
        changes, page, it -> Long.toString(it.version()), it -> it.item(names), () -> told);
  }

  @Operation(
      summary = "History of a project",
      description =
          "All that happened to it and to the molecules that stood in it, oldest first. Of one that"
              + " was moved away it tells where to, and nothing from then on.")
  @ApiResponse(responseCode = "200", description = "A page of its history")
  @GetMapping("/v1/projects/{pid}/history")
  Page<HistoryItem> ofProject(
      ReadSchema schema, Caller caller, @PathVariable ProjectId pid, PageRequest page) {
    projects.require(schema, caller, pid);
    Pointer.Key after = page.cursorPayload().map(Pointer.Key::parse).orElse(Pointer.Key.FIRST);
    List<Pointer> pointers = histories.pointers(schema, pid, after, Pages.rows(page));
    Map<String, Change> changes = histories.changes(pointers);
    Map<String, String> names = names(schema, changes.values());
    return pages.of(
        pointers,
        page,
        it -> it.key().payload(),
        it -> changes.get(it.eventId()).toldIn(pid).item(names),
        () -> histories.count(schema, pid));
  }

  private Map<String, String> names(ReadSchema schema, Collection<Change> changes) {
    return users.names(
        schema,
        changes.stream()
            .flatMap(it -> UserId.parse(it.actor()).stream())
            .map(UserId::value)
            .collect(Collectors.toUnmodifiableSet()));
  }
}

package io.moltrail.command.molecule;

import io.moltrail.command.molecule.Revisions.Revised;
import io.moltrail.command.platform.Access;
import io.moltrail.command.platform.Answers;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Guards.Guard;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.web.openapi.Refuses;
import io.moltrail.web.requests.Form;
import io.moltrail.web.requests.IfMatch;
import io.moltrail.web.requests.RequestId;
import io.moltrail.web.resources.MoleculeResource;
import io.moltrail.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Puts right what a molecule was thought to be. */
@RestController
@Tag(name = "Molecules")
class RevisionController {

  private final Revisions revisions;
  private final Access access;
  private final Answers answers;

  RevisionController(Revisions revisions, Access access, Answers answers) {
    this.revisions = revisions;
    this.access = access;
    this.answers = answers;
  }

  @Operation(
      summary = "Revise a molecule's structure",
      description =
          "For editors, with a reason. The molecule keeps its id and number and lets go of its"
              + " former structure, which may be registered again. The structure that it has"
              + " already is a new spelling of it; sent as it was, it changes nothing. If-Match"
              + " takes the molecule's version.")
  @ApiResponse(responseCode = "201", description = "The molecule from now on")
  @Refuses({"duplicate-structure", "invalid-structure", "project-archived", "molecule-archived"})
  @PostMapping("/v1/molecules/{mid}/revisions")
  ResponseEntity<MoleculeResource> revise(
      @PathVariable MoleculeId mid,
      @RequestBody Form<RevisionForm> form,
      IfMatch ifMatch,
      Caller caller) {
    Guard guard = access.require(caller.user(), mid, MemberRole.EDITOR);
    RevisionForm revision = form.value();
    CommandContext context =
        CommandContext.by(caller.user(), RequestId.current())
            .because(Optional.of(revision.why()))
            .expecting(ifMatch.required());
    Revised revised = revisions.revise(guard, mid, revision.smiles(), context);
    URI location = URI.create("/v1/molecules/" + mid);
    return answers.created(
        location,
        RevisedMoleculeResource.of(revised.molecule()),
        revised.molecule().version(),
        revised.receipt());
  }
}

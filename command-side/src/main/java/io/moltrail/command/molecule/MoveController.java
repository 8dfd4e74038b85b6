package io.moltrail.command.molecule;

import io.moltrail.command.platform.Access;
import io.moltrail.command.platform.Answers;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Guards.Guard;
import io.moltrail.command.platform.ProjectRules;
import io.moltrail.command.platform.Receipt;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.web.openapi.Refuses;
import io.moltrail.web.requests.ChangeReason;
import io.moltrail.web.requests.Form;
import io.moltrail.web.requests.IfMatch;
import io.moltrail.web.requests.RequestId;
import io.moltrail.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes molecules from one project to another. */
@RestController
@Tag(name = "Molecules")
class MoveController {

  private final Moves moves;
  private final Access access;
  private final Answers answers;

  MoveController(Moves moves, Access access, Answers answers) {
    this.moves = moves;
    this.access = access;
    this.answers = answers;
  }

  @Operation(
      summary = "Move a molecule to another project",
      description =
          "For editors of both projects; if one is regulated, with a reason. It keeps its id, its"
              + " name, its annotations and its whole history, which from now on the members of"
              + " the other project read, and they alone. It gets a number there. Moving it to"
              + " where it stands changes nothing. If-Match takes the molecule's version.")
  @ApiResponse(
      responseCode = "204",
      description = "The molecule stands in the other project",
      headers = @Header(name = "ETag", description = "the molecule's version from now on"))
  @Refuses({"duplicate-structure", "project-archived", "molecule-archived", "quota-exceeded"})
  @PostMapping("/v1/molecules/{mid}:move")
  ResponseEntity<Void> move(
      @PathVariable MoleculeId mid,
      @RequestBody Form<MoveForm> form,
      IfMatch ifMatch,
      ChangeReason reason,
      Caller caller) {
    Guard from = access.require(caller.user(), mid, MemberRole.EDITOR);
    ProjectId target = form.value().target();
    Guard to = access.require(caller.user(), target, MemberRole.EDITOR);
    CommandContext context =
        CommandContext.by(caller.user(), RequestId.current())
            .because(reason.text())
            .expecting(ifMatch.required());
    ProjectRules.reasonGiven(from.regulated() || to.regulated(), context.reason().orElse(null));
    Receipt receipt = moves.move(mid, from, to, context);
    return answers.done(mid, context.expectedVersion(), receipt);
  }
}

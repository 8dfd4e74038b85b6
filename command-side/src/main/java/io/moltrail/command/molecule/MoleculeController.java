package io.moltrail.command.molecule;

import io.moltrail.command.molecule.MoleculeRegistration.Registered;
import io.moltrail.command.platform.Access;
import io.moltrail.command.platform.Answers;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Guards.Guard;
import io.moltrail.command.platform.ProjectRules;
import io.moltrail.command.platform.Receipt;
import io.moltrail.messages.molecule.ArchiveMolecule;
import io.moltrail.messages.molecule.MoleculeCommand;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.RestoreMolecule;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.web.openapi.Refuses;
import io.moltrail.web.requests.ChangeReason;
import io.moltrail.web.requests.Form;
import io.moltrail.web.requests.IfMatch;
import io.moltrail.web.requests.RequestId;
import io.moltrail.web.resources.Changed;
import io.moltrail.web.resources.MoleculeResource;
import io.moltrail.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Registers, names, annotates, archives and restores single molecules. */
@RestController
@Tag(name = "Molecules")
class MoleculeController {

  private final MoleculeRegistration registration;
  private final Commands commands;
  private final Access access;
  private final Answers answers;

  MoleculeController(
      MoleculeRegistration registration, Commands commands, Access access, Answers answers) {
    this.registration = registration;
    this.commands = commands;
    this.access = access;
    this.answers = answers;
  }

  @Operation(
      summary = "Register a molecule",
      description =
          "For editors. The structure is read, checked and given its keys; the project holds each"
              + " structure once.")
  @ApiResponse(responseCode = "201", description = "The new molecule")
  @Refuses({"duplicate-structure", "invalid-structure", "project-archived", "quota-exceeded"})
  @PostMapping("/v1/projects/{pid}/molecules")
  ResponseEntity<MoleculeResource> add(
      @PathVariable ProjectId pid,
      @RequestBody Form<MoleculeForm> form,
      ChangeReason reason,
      Caller caller) {
    Guard guard = access.require(caller.user(), pid, MemberRole.EDITOR);
    MoleculeForm.Checked checked = form.value().checked();
    CommandContext context =
        CommandContext.by(caller.user(), RequestId.current())
            .because(checked.reason().or(reason::text));
    Registered registered = registration.register(guard, checked, context);
    URI location = URI.create("/v1/molecules/" + registered.molecule().moleculeId());
    return answers.created(
        location, NewMoleculeResource.of(pid, caller.user(), registered), 1, registered.receipt());
  }

  @Operation(
      summary = "Rename and annotate a molecule",
      description =
          "For editors. A null name takes the name away, a null annotation that annotation; what is"
              + " not named stays. If-Match takes the molecule's version.")
  @ApiResponse(responseCode = "200", description = "The molecule's id and its version from now on")
  @Refuses({"project-archived", "molecule-archived", "too-many-annotations"})
  @PatchMapping("/v1/molecules/{mid}")
  ResponseEntity<Changed> patch(
      @PathVariable MoleculeId mid,
      @RequestBody Form<MoleculePatch> form,
      IfMatch ifMatch,
      ChangeReason reason,
      Caller caller) {
    Guard guard = access.require(caller.user(), mid, MemberRole.EDITOR);
    var command = form.value().command(mid);
    CommandContext context =
        CommandContext.by(caller.user(), RequestId.current())
            .because(reason.text())
            .expecting(ifMatch.required());
    ProjectRules.reasonGiven(guard.regulated(), context.reason().orElse(null));
    return answers.changed(mid, ifMatch.required(), commands.send(command, context));
  }

  @Operation(
      summary = "Archive a molecule",
      description =
          "For editors. It is listed apart and takes no other name until it is restored; it keeps"
              + " its number and its structure, and is still found by it. Archiving it again"
              + " changes nothing. If-Match takes the molecule's version.")
  @ApiResponse(responseCode = "204", description = "The molecule is archived")
  @Refuses("project-archived")
  @PostMapping("/v1/molecules/{mid}:archive")
  ResponseEntity<Void> archive(
      @PathVariable MoleculeId mid, IfMatch ifMatch, ChangeReason reason, Caller caller) {
    return change(new ArchiveMolecule(mid), ifMatch, reason, caller);
  }

  @Operation(
      summary = "Restore an archived molecule",
      description =
          "For editors. Restoring a molecule that is not archived changes nothing. If-Match takes"
              + " the molecule's version.")
  @ApiResponse(responseCode = "204", description = "The molecule is listed with the others again")
  @Refuses("project-archived")
  @PostMapping("/v1/molecules/{mid}:restore")
  ResponseEntity<Void> restore(
      @PathVariable MoleculeId mid, IfMatch ifMatch, ChangeReason reason, Caller caller) {
    return change(new RestoreMolecule(mid), ifMatch, reason, caller);
  }

  private ResponseEntity<Void> change(
      MoleculeCommand command, IfMatch ifMatch, ChangeReason reason, Caller caller) {
    Guard guard = access.require(caller.user(), command.moleculeId(), MemberRole.EDITOR);
    CommandContext context =
        CommandContext.by(caller.user(), RequestId.current())
            .because(reason.text())
            .expecting(ifMatch.required());
    ProjectRules.reasonGiven(guard.regulated(), context.reason().orElse(null));
    Receipt receipt = commands.send(command, context);
    return answers.done(command.moleculeId(), context.expectedVersion(), receipt);
  }
}

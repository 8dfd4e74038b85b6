package io.moltrail.command.molecule;

import io.moltrail.command.molecule.BatchAnswer.Item;
import io.moltrail.command.platform.Access;
import io.moltrail.command.platform.Answers;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Guards.Guard;
import io.moltrail.command.platform.Receipt;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.web.openapi.Refuses;
import io.moltrail.web.requests.ChangeReason;
import io.moltrail.web.requests.Form;
import io.moltrail.web.requests.Forms;
import io.moltrail.web.requests.RequestId;
import io.moltrail.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Registers molecules by the hundred. */
@RestController
@Tag(name = "Molecules")
class BatchController {

  private final BatchRegistration registration;
  private final Access access;
  private final Answers answers;
  private final Forms forms;

  BatchController(BatchRegistration registration, Access access, Answers answers, Forms forms) {
    this.registration = registration;
    this.access = access;
    this.answers = answers;
    this.forms = forms;
  }

  @Operation(
      summary = "Register up to 100 molecules",
      description =
          "For editors. Each row is judged for itself, unless atomic is true: then all are"
              + " registered, or none (409 or 422).")
  @ApiResponse(
      responseCode = "207",
      description = "What became of each row, in the order of the rows")
  @Refuses({"batch-refused", "409 batch-refused", "project-archived"})
  @PostMapping("/v1/projects/{pid}/molecules:batch")
  ResponseEntity<BatchAnswer> add(
      @PathVariable ProjectId pid,
      @RequestBody Form<BatchForm> form,
      ChangeReason reason,
      Caller caller) {
    Guard guard = access.require(caller.user(), pid, MemberRole.EDITOR);
    BatchForm batch = form.value();
    CommandContext context =
        CommandContext.by(caller.user(), RequestId.current()).because(reason.text());
    Map<Integer, MoleculeForm.Checked> rows = new LinkedHashMap<>();
    Map<Integer, Item> refused = judge(batch.items(), rows);
    var outcome = registration.register(guard, rows, refused, batch.allOrNone(), context);
    Receipt receipt = outcome.receipt() == null ? new Receipt() : outcome.receipt();
    return answers.of(HttpStatus.MULTI_STATUS, outcome.answer(), receipt);
  }

  private Map<Integer, Item> judge(List<JsonNode> items, Map<Integer, MoleculeForm.Checked> rows) {
    Map<Integer, Item> refused = new LinkedHashMap<>();
    for (int index = 0; index < items.size(); index++) {
      try {
        rows.put(index, forms.judge(items.get(index), MoleculeForm.class).value().checked());
      } catch (Refusal.Invalid e) {
        refused.put(index, Item.rejected(index, e));
      }
    }
    return refused;
  }
}

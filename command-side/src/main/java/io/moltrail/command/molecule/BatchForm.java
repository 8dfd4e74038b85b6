package io.moltrail.command.molecule;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Up to 100 molecules; each is judged for itself. */
record BatchForm(
    @ArraySchema(
            schema = @Schema(implementation = MoleculeForm.class),
            minItems = 1,
            maxItems = 100)
        @NotNull
        @Size(min = 1, max = 100)
        List<JsonNode> items,
    @Schema(description = "all or none", defaultValue = "false") @Nullable Boolean atomic) {

  boolean allOrNone() {
    return Boolean.TRUE.equals(atomic);
  }
}

package io.moltrail.query.molecules;

import io.moltrail.chemistry.Chemistry;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.freshness.QueryController;
import io.moltrail.web.openapi.Refuses;
import io.moltrail.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a structure by any of its spellings. */
@QueryController
@Tag(name = "Finding structures")
@ApiResponse(
    responseCode = "200",
    description = "Where it is, perhaps nowhere; and what was looked for")
@Refuses({"busy", "invalid-structure"})
final class LookupController {

  private final Molecules molecules;
  private final Chemistry chemistry;

  LookupController(Molecules molecules, Chemistry chemistry) {
    this.molecules = molecules;
    this.chemistry = chemistry;
  }

  @Operation(
      summary = "Find a structure",
      description =
          "In all projects of the caller's, by any spelling of its SMILES or by its InChIKey.")
  @GetMapping("/v1/molecules/lookup")
  LookupAnswer lookup(
      ReadSchema schema,
      Caller caller,
      @Parameter(description = "any spelling", example = "OC(=O)c1ccccc1OC(C)=O")
          @RequestParam(required = false)
          @Nullable String smiles,
      @Parameter(description = "instead of smiles", example = "BSYNRYMUTXBXSQ-UHFFFAOYSA-N")
          @RequestParam(required = false)
          @Nullable String inchiKey) {
    return find(schema, caller, new Lookup(smiles, inchiKey));
  }

  @Operation(
      summary = "Find a confidential structure",
      description =
          "The same with the structure in the body, where no log of addresses can keep it.")
  @PostMapping("/v1/molecules/lookup")
  LookupAnswer lookup(ReadSchema schema, Caller caller, @RequestBody Lookup lookup) {
    return find(schema, caller, lookup);
  }

  private LookupAnswer find(ReadSchema schema, Caller caller, Lookup lookup) {
    Lookup.Keys keys = lookup.keys(chemistry);
    return LookupAnswer.of(
        keys,
        molecules.withKey(
            schema, caller, keys.inchiKey(), Objects.requireNonNullElse(keys.smiles(), "")));
  }
}

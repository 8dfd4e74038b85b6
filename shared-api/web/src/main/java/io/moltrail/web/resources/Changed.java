package io.moltrail.web.resources;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a change answers: the resource and its version from now on. */
public record Changed(String id, @Schema(example = "2") long version) {}

package io.moltrail.web.problems;

import java.util.List;
import java.util.Map;

/** 428: the change needs to say which version it was decided on. */
public final class PreconditionRequired extends EdgeRefusal {

  private static final long serialVersionUID = 1L;

  public PreconditionRequired() {
    super(
        428,
        "if-match-required",
        "Send the ETag you read in If-Match, so that nobody's change is overwritten unseen.",
        List.of(),
        Map.of());
  }
}

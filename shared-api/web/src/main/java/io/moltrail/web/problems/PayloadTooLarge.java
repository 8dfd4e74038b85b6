package io.moltrail.web.problems;

import java.util.List;
import java.util.Map;

/** 413: more than this route reads. */
public final class PayloadTooLarge extends EdgeRefusal {

  private static final long serialVersionUID = 1L;

  public PayloadTooLarge(long limit) {
    super(
        413,
        "payload-too-large",
        "The body is larger than the " + limit + " bytes that this route accepts.",
        List.of(),
        Map.of());
  }
}

package io.moltrail.web.problems;

import io.moltrail.messages.Refusal.Fault;
import java.util.List;
import java.util.Map;

/** 400: the request cannot be read. */
public final class BadRequest extends EdgeRefusal {

  private static final long serialVersionUID = 1L;

  public BadRequest(String code, String sentence) {
    this(code, sentence, List.of());
  }

  public BadRequest(String code, String sentence, List<Fault> faults) {
    super(400, code, sentence, faults, Map.of());
  }
}

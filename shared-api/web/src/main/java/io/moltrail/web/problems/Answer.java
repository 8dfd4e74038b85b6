package io.moltrail.web.problems;

import io.moltrail.messages.Refusal.Fault;
import java.util.List;
import java.util.Map;

/** What a failure means to the caller. */
record Answer(
    int status,
    String code,
    String detail,
    List<Fault> faults,
    Map<String, Object> facts,
    Map<String, String> headers) {

  static Answer of(int status, String code, String detail) {
    return new Answer(status, code, detail, List.of(), Map.of(), Map.of());
  }

  static Answer invalid(List<Fault> faults) {
    return of(
            422,
            "invalid-request",
            "The request does not keep to the rules; errors names the fields.")
        .with(faults);
  }

  Answer with(List<Fault> named) {
    return new Answer(status, code, detail, List.copyOf(named), facts, headers);
  }

  Answer withHeaders(Map<String, String> more) {
    return new Answer(status, code, detail, faults, facts, Map.copyOf(more));
  }
}

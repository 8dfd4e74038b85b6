package io.moltrail.web.problems;

import io.moltrail.messages.Refusal;
import java.util.List;
import java.util.Map;

/** What our own refusals mean to the caller. */
final class Refusals {

  private Refusals() {}

  static Answer answer(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotFound it -> plain(404, it);
      case Refusal.Forbidden it -> plain(403, it);
      case Refusal.Erased it -> plain(410, it);
      case Refusal.Conflict it ->
          new Answer(409, it.code(), it.getMessage(), List.of(), it.facts(), Map.of());
      case Refusal.Invalid it ->
          new Answer(422, it.code(), it.getMessage(), it.faults(), it.facts(), Map.of());
      case Refusal.StaleVersion it -> plain(412, it);
      case Refusal.ReasonRequired it -> plain(428, it);
    };
  }

  static Answer answer(EdgeRefusal refusal) {
    return Answer.of(refusal.status(), refusal.code(), refusal.getMessage())
        .with(refusal.faults())
        .withHeaders(refusal.headers());
  }

  private static Answer plain(int status, Refusal refusal) {
    return Answer.of(status, refusal.code(), refusal.getMessage());
  }
}

package io.moltrail.web.problems;

import io.moltrail.web.ApiMethods;
import java.util.Map;
import java.util.Set;

/**
 * Tells a wrong method from a wrong address, and which methods are right, for both sides: a process
 * that knows only its own would answer 404 where only the other side answers anything at all.
 */
final class WrongMethod {

  private WrongMethod() {}

  /** What is answered, once the table of all routes has been asked. */
  static Answer corrected(Answer answer, String method, String path) {
    boolean asks = answer.status() == 405 || answer.status() == 404 && !method.equals("OPTIONS");
    return asks
        ? ApiMethods.at(path).map(it -> corrected(answer, method, it)).orElse(answer)
        : answer;
  }

  private static Answer corrected(Answer answer, String method, Set<String> allowed) {
    String meant = method.equals("HEAD") ? "GET" : method;
    return answer.status() == 404 && allowed.contains(meant)
        ? answer
        : ByStatus.answer(405).withHeaders(Map.of("Allow", String.join(", ", allowed)));
  }
}

package io.moltrail.web.problems;

/**
 * A kind of problem, explained at {@code /problems/<code>}.
 *
 * @param code stable, kebab-case
 * @param explanation what has happened, for somebody who has never seen it
 * @param remedy what the caller can do
 */
public record ProblemKind(
    String code, int status, String title, String explanation, String remedy) {

  public String type() {
    return "/problems/" + code;
  }
}

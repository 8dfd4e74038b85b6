package io.moltrail.query.platform.freshness;

import io.moltrail.web.problems.ProblemKind;
import io.moltrail.web.problems.ProblemSource;
import java.util.List;

/** What the query side refuses, explained. */
final class QueryProblems implements ProblemSource {

  @Override
  public List<ProblemKind> kinds() {
    return List.of(
        new ProblemKind(
            "projection-lag",
            503,
            "Not up to date yet",
            "What is answered from has not caught up with your write, or with the log; a stale"
                + " answer is never given.",
            "Ask again after Retry-After, or allow more time with Prefer: wait=N (at most 10)."),
        new ProblemKind(
            "log-restored",
            409,
            "The log was restored",
            "The log was restored to a moment before the write whose X-Consistency-Token you sent;"
                + " that write is gone.",
            "Read without the token, look at what is there, and repeat the write if it is still"
                + " wanted."));
  }
}

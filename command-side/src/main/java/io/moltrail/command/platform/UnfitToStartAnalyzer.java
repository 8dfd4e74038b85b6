package io.moltrail.command.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start that cannot be with the sentence, not with a stack trace. */
final class UnfitToStartAnalyzer extends AbstractFailureAnalyzer<UnfitToStartException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, UnfitToStartException cause) {
    return new FailureAnalysis(
        cause.getMessage(), "Correct this environment variable; .env.example explains it.", cause);
  }
}

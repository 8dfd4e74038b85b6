package io.moltrail.query.platform.freshness;

import io.moltrail.eventstore.envelope.WrongWrappingKeyException;
import io.moltrail.eventstore.log.StartGuard.UntrustworthyLogException;
import io.moltrail.query.platform.database.SchemaCheck.SchemaMissingException;
import io.moltrail.query.platform.freshness.StartChecks.OtherLogException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start that must not be with the sentence of what refused it, not with a stack trace. */
final class StartRefusedAnalyzer extends AbstractFailureAnalyzer<RuntimeException> {

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable root, RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof WrongWrappingKeyException) {
        return new FailureAnalysis(
            cause.getMessage(),
            "Give PII_KEK the value this database was filled with, or name it in PII_KEK_PREVIOUS.",
            cause);
      }
      if (cause instanceof UntrustworthyLogException
          || cause instanceof SchemaMissingException
          || cause instanceof OtherLogException) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
      }
    }
    return null;
  }
}

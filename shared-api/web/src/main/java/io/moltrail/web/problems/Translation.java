package io.moltrail.web.problems;

import io.moltrail.messages.Refusal;
import java.io.EOFException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Says for any failure what it means to the caller; whatever nobody has foreseen is {@code
 * internal}.
 */
final class Translation {

  private static final int DEEPEST = 20;
  private static final Duration BUSY_FOR = Duration.ofSeconds(1);

  private final List<FailureTranslator> others;

  Translation(List<FailureTranslator> others) {
    this.others = List.copyOf(others);
  }

  Answer of(Throwable failure) {
    return translated(failure)
        .or(() -> failure instanceof TypeMismatchException ? Optional.empty() : refusal(failure))
        .or(() -> RequestFailures.answer(failure))
        .orElseGet(() -> known(failure));
  }

  /** A refusal keeps its meaning however deep a framework has wrapped it. */
  private static Optional<Answer> refusal(Throwable failure) {
    return causes(failure).flatMap(it -> ours(it).stream()).findFirst();
  }

  private static Optional<Answer> ours(Throwable failure) {
    return switch (failure) {
      case Refusal it -> Optional.of(Refusals.answer(it));
      case EdgeRefusal it -> Optional.of(Refusals.answer(it));
      default -> Optional.empty();
    };
  }

  private Optional<Answer> translated(Throwable failure) {
    return others.stream()
        .flatMap(it -> it.translate(failure).stream())
        .flatMap(it -> ours(it).stream())
        .findFirst();
  }

  private static Answer known(Throwable failure) {
    return switch (failure) {
      case AuthenticationException ignored -> Refusals.answer(new Unauthenticated());
      case AccessDeniedException ignored ->
          Refusals.answer(new Refusal.Forbidden("You may not do this."));
      case RequestRejectedException ignored -> malformed();
      case MaxUploadSizeExceededException ignored -> ByStatus.answer(413);
      case MultipartException ignored -> malformed();
      case InvalidParameterException ignored -> malformed();
      case EOFException ignored -> malformed();
      case BadRequestException ignored -> malformed();
      case ConcurrencyFailureException ignored ->
          Refusals.answer(new ServiceUnavailable("busy", BUSY_FOR));
      case AsyncRequestTimeoutException ignored -> unavailable();
      case ErrorResponse it ->
          ByStatus.answer(it.getStatusCode().value()).withHeaders(ByStatus.headers(it));
      default ->
          causes(failure).anyMatch(Translation::passing) ? unavailable() : ByStatus.answer(500);
    };
  }

  /** What will likely be over when asked again: a database that restarts, a pool that is full. */
  private static boolean passing(Throwable failure) {
    return failure instanceof TransientDataAccessException
        || failure instanceof DataAccessResourceFailureException
        || failure instanceof TransactionException
        || failure instanceof SQLTransientException;
  }

  private static Answer malformed() {
    return ByStatus.answer(400);
  }

  private static Answer unavailable() {
    return Refusals.answer(new ServiceUnavailable());
  }

  static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, it -> it != null, Throwable::getCause).limit(DEEPEST);
  }
}

package io.moltrail.web.requests;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The name under which one request is found in answers, logs and events. */
public final class RequestId {

  public static final String HEADER = "X-Request-Id";

  /** Its key in the logging context. */
  public static final String MDC_KEY = "requestId";

  // It goes into events, which nothing erases: no form in which a caller could spell a name.
  private static final Pattern SANE =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}");

  private RequestId() {}

  /** Of the request that this thread serves; outside of one, a fresh id. */
  public static String current() {
    String id = MDC.get(MDC_KEY);
    return id == null ? UUID.randomUUID().toString() : id;
  }

  /**
   * The caller's own id if it is a lower-case UUID or a trace id (W3C Trace Context: 32 hexadecimal
   * digits), else a fresh one.
   */
  static String of(@Nullable String sent) {
    return sent != null && SANE.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
  }
}

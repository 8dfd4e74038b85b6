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

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9-]{8,64}");

  private RequestId() {}

  /** Of the request that this thread serves; outside of one, a fresh id. */
  public static String current() {
    String id = MDC.get(MDC_KEY);
    return id == null ? UUID.randomUUID().toString() : id;
  }

  /** The caller's own id if it can do no harm in a log line, else a fresh one. */
  static String of(@Nullable String sent) {
    return sent != null && SANE.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
  }
}

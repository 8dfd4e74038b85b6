package io.moltrail.web.problems;

import io.moltrail.messages.Refusal.Fault;
import java.util.List;
import java.util.Map;

/**
 * A refusal by the edge: the request never became a command or a query, or cannot be answered now.
 */
public abstract class EdgeRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient List<Fault> faults;
  private final transient Map<String, String> headers;

  /**
   * @param headers of the answer, for example {@code Retry-After}
   */
  protected EdgeRefusal(
      int status, String code, String sentence, List<Fault> faults, Map<String, String> headers) {
    super(sentence, null, false, false);
    this.status = status;
    this.code = code;
    this.faults = List.copyOf(faults);
    this.headers = Map.copyOf(headers);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public List<Fault> faults() {
    return faults;
  }

  public Map<String, String> headers() {
    return headers;
  }
}

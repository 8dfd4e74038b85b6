package io.moltrail.messages;

import java.util.List;
import java.util.Map;

/**
 * A business refusal: the command was understood and is not carried out. The code is stable and
 * becomes the problem's type {@code /problems/<code>}; the message is the sentence a chemist would
 * say, without any personal or confidential value.
 */
public abstract sealed class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  private Refusal(String code, String sentence) {
    super(sentence, null, false, false);
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** What the caller may not see, or what is not there: the same answer. */
  public static final class NotFound extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotFound() {
      super("not-found", "There is nothing here, or you may not see it.");
    }
  }

  /** Its confidential data has been destroyed for good, and nothing can be written about it. */
  public static final class Erased extends Refusal {
    private static final long serialVersionUID = 1L;

    public Erased() {
      super("erased", "This was erased for good; nothing can be changed in it any more.");
    }
  }

  /** The caller may see it, but lacks the right. */
  public static final class Forbidden extends Refusal {
    private static final long serialVersionUID = 1L;

    public Forbidden(String sentence) {
      super("forbidden", sentence);
    }
  }

  /** The state of things, or a rule of uniqueness, speaks against it. */
  public static final class Conflict extends Refusal {
    private static final long serialVersionUID = 1L;
    private final transient Map<String, Object> facts;

    public Conflict(String code, String sentence) {
      this(code, sentence, Map.of());
    }

    /**
     * @param facts further members of the problem, for example {@code existing}
     */
    public Conflict(String code, String sentence, Map<String, Object> facts) {
      super(code, sentence);
      this.facts = Map.copyOf(facts);
    }

    public Map<String, Object> facts() {
      return facts;
    }
  }

  /** Well-formed, but against a rule; each fault names the field. */
  public static final class Invalid extends Refusal {
    private static final long serialVersionUID = 1L;
    private final transient List<Fault> faults;
    private final transient Map<String, Object> facts;

    public Invalid(String code, String sentence, List<Fault> faults) {
      this(code, sentence, faults, Map.of());
    }

    /**
     * @param facts further members of the problem
     */
    public Invalid(String code, String sentence, List<Fault> faults, Map<String, Object> facts) {
      super(code, sentence);
      this.faults = List.copyOf(faults);
      this.facts = Map.copyOf(facts);
    }

    public Map<String, Object> facts() {
      return facts;
    }

    public List<Fault> faults() {
      return faults;
    }
  }

  /** The resource has changed since the caller read it. */
  public static final class StaleVersion extends Refusal {
    private static final long serialVersionUID = 1L;

    public StaleVersion() {
      super("stale-version", "It has changed since you read it; read it again and decide anew.");
    }
  }

  /** The change needs a reason and has none. */
  public static final class ReasonRequired extends Refusal {
    private static final long serialVersionUID = 1L;

    public ReasonRequired() {
      super("reason-required", "This project is regulated: say why in X-Change-Reason.");
    }
  }

  /**
   * A field that is not as it must be.
   *
   * @param pointer JSON pointer (RFC 6901) to the field, for example {@code /items/3/smiles}
   * @param code stable, kebab-case
   * @param detail one sentence, without the value
   */
  public record Fault(String pointer, String code, String detail) {}
}

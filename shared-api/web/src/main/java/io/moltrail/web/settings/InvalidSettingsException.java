package io.moltrail.web.settings;

import java.util.List;

/** The environment is unfit; the message is one sentence that names every fault and no secret. */
public final class InvalidSettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  InvalidSettingsException(List<String> faults) {
    super("Moltrail does not start because " + String.join("; ", faults) + ".");
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}

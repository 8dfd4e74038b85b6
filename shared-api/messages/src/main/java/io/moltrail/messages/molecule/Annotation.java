package io.moltrail.messages.molecule;

import java.math.BigDecimal;

/** A typed remark on a molecule. */
public sealed interface Annotation {

  /** Free text, at most 2,000 characters. */
  record Text(String value) implements Annotation {
    @Override
    public String toString() {
      return "(text)";
    }
  }

  /** A decimal number, kept with the digits that were given. */
  record Quantity(BigDecimal value) implements Annotation {
    @Override
    public String toString() {
      return "(number)";
    }
  }

  /** Yes or no. */
  record Flag(boolean value) implements Annotation {
    @Override
    public String toString() {
      return "(flag)";
    }
  }
}

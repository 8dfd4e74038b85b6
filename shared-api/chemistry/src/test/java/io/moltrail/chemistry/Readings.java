package io.moltrail.chemistry;

import java.time.Duration;

/** Short ways to read in tests; the limit is long because a test machine may be slow. */
final class Readings {

  private Readings() {}

  static Chemistry chemistry() {
    return new Chemistry(2, 256, Duration.ofSeconds(30));
  }

  static Structure accepted(StructureReading reading) {
    return switch (reading) {
      case StructureReading.Accepted(Structure structure) -> structure;
      case StructureReading.Refused(StructureRefusal refusal) ->
          throw new AssertionError("refused: " + refusal);
    };
  }

  static StructureRefusal refused(StructureReading reading) {
    return switch (reading) {
      case StructureReading.Accepted(Structure structure) ->
          throw new AssertionError("accepted: " + structure);
      case StructureReading.Refused(StructureRefusal refusal) -> refusal;
    };
  }
}

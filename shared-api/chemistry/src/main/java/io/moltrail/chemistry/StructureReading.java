package io.moltrail.chemistry;

/** What came of reading a structure to register: the structure, or the reason why not. */
public sealed interface StructureReading {

  /** The structure as it will be registered. */
  record Accepted(Structure structure) implements StructureReading {}

  /** The rule that the text broke. */
  record Refused(StructureRefusal refusal) implements StructureReading {}
}

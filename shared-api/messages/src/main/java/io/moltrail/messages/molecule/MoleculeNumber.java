package io.moltrail.messages.molecule;

import io.moltrail.messages.project.ProjectCode;

/**
 * How people cite a molecule: the project's code and a count, {@code KIN-000042}. Never used twice.
 */
public record MoleculeNumber(String value) {

  public static MoleculeNumber of(ProjectCode code, long count) {
    return new MoleculeNumber("%s-%06d".formatted(code.value(), count));
  }

  @Override
  public String toString() {
    return value;
  }
}

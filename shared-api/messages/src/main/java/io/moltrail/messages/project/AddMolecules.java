package io.moltrail.messages.project;

import io.moltrail.messages.molecule.NewMolecule;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Registers up to 100 molecules, all or none of them. */
public record AddMolecules(
    @TargetAggregateIdentifier ProjectId projectId, List<NewMolecule> molecules)
    implements ProjectCommand {

  public AddMolecules {
    molecules = List.copyOf(molecules);
  }
}

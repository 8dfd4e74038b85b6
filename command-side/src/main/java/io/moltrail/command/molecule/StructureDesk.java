package io.moltrail.command.molecule;

import io.moltrail.chemistry.Chemistry;
import io.moltrail.chemistry.Structure;
import io.moltrail.chemistry.StructureReading;
import io.moltrail.chemistry.StructureRefusal;
import io.moltrail.chemistry.TautomerRule;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.project.Tautomers;
import java.util.List;
import java.util.Optional;

/**
 * Has structures read by the chemistry and turns the result into what events hold, or into a
 * refusal.
 */
final class StructureDesk {

  private final Chemistry chemistry;

  StructureDesk(Chemistry chemistry) {
    this.chemistry = chemistry;
  }

  /**
   * @throws Refusal.Invalid with the chemist's sentence when it is no structure to register
   */
  StructureFacts read(String smiles, Tautomers tautomers) {
    return switch (chemistry.read(smiles, rule(tautomers))) {
      case StructureReading.Accepted(Structure structure) -> facts(structure);
      case StructureReading.Refused(StructureRefusal refusal) -> throw invalid(refusal);
    };
  }

  /** The same for many, in order. */
  List<Read> readAll(List<String> smiles, Tautomers tautomers) {
    return chemistry.readAll(smiles, rule(tautomers)).stream()
        .map(
            reading ->
                switch (reading) {
                  case StructureReading.Accepted(Structure structure) ->
                      (Read) new Read.Good(facts(structure));
                  case StructureReading.Refused(StructureRefusal refusal) ->
                      new Read.Bad(invalid(refusal));
                })
        .toList();
  }

  private static TautomerRule rule(Tautomers tautomers) {
    return tautomers == Tautomers.SAME ? TautomerRule.SAME : TautomerRule.DISTINCT;
  }

  private static Refusal.Invalid invalid(StructureRefusal refusal) {
    String where = refusal.position() < 0 ? "" : " (at character " + (refusal.position() + 1) + ")";
    return new Refusal.Invalid(
        "invalid-structure",
        refusal.sentence(),
        List.of(new Refusal.Fault("/smiles", refusal.code(), refusal.sentence() + where)));
  }

  private static StructureFacts facts(Structure it) {
    var d = it.descriptors();
    return new StructureFacts(
        it.submitted(),
        it.smiles(),
        it.inchi(),
        it.inchiKey(),
        Optional.ofNullable(it.parentInchiKey()),
        it.formula(),
        it.averageMass(),
        it.monoisotopicMass(),
        new StructureFacts.Descriptors(
            d.logP(),
            d.tpsa(),
            d.hBondDonors(),
            d.hBondAcceptors(),
            d.rotatableBonds(),
            d.heavyAtoms(),
            d.rings(),
            d.fractionSp3(),
            d.ruleOfFiveViolations()),
        it.components().stream()
            .map(part -> new StructureFacts.Component(part.smiles(), part.count()))
            .toList(),
        it.identity(),
        it.ruleVersion(),
        it.toolkit());
  }

  /** One of many: read, or refused. */
  sealed interface Read {

    record Good(StructureFacts structure) implements Read {}

    record Bad(Refusal.Invalid refusal) implements Read {}
  }
}

package io.moltrail.chemistry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructureGateTest {

  private static Chemistry chemistry;

  @BeforeAll
  static void start() {
    chemistry = Readings.chemistry();
  }

  @AfterAll
  static void stop() {
    chemistry.close();
  }

  private static StructureRefusal refused(String text) {
    return Readings.refused(chemistry.read(text, TautomerRule.SAME));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "''|empty-structure|-1",
        "' '|empty-structure|-1",
        "CCO ethanol|title-not-allowed|3",
        " CCO|bad-character|0",
        "CCO |title-not-allowed|3",
        "'C\nC'|bad-character|1",
        "'C\tC'|bad-character|1",
        "'C\0C'|bad-character|1",
        "CCl₂O|bad-character|3",
        "C>>C|reaction|1",
        "C->[Fe]|reaction|2",
        "*C|wildcard-atom|0",
        "[*]C|wildcard-atom|1",
        "[R1]C|wildcard-atom|1",
        "[2*]C|wildcard-atom|2",
        "[Xx]|unknown-element|1",
        "[D]|unknown-element|1",
        "C[Uue]|unknown-element|2",
        "[O-1000]|charge-out-of-range|2",
        "[Ti+9]|charge-out-of-range|3",
        "[NH+-]|not-smiles|4",
        "[0CH4]|isotope-out-of-range|1",
        "[555555555555C]|isotope-out-of-range|1",
        "[301U]|isotope-out-of-range|1",
        "[4C]|isotope-out-of-range|1",
        "[UH9]|too-many-hydrogens|2",
        "[HH]|not-smiles|2",
        "[CH4:1]|atom-class|4",
        "[Fe@TH3]|not-smiles|4",
        "[C==C]|not-smiles|2",
        "[CH4|not-smiles|0",
        "C$C|quadruple-bond|1",
        "C(C|not-smiles|1",
        "C)C|not-smiles|1",
        "C()C|not-smiles|2",
        "C1CC|not-smiles|1",
        "C%(123)CC|not-smiles|1",
        "C=|not-smiles|1",
        "C(1)CCC1|not-smiles|2",
        "C1CC(=1)|not-smiles|6",
        "1CC1|not-smiles|0",
        "C..C|not-smiles|2",
        "hello|not-smiles|0",
        "C1C1|not-smiles|-1",
        "C-1CC=1|not-smiles|-1",
        "C/C=C(/C)/C|not-smiles|-1",
        "c1cccc1|no-kekule-form|-1",
        "Ccc|no-kekule-form|-1",
        "n1cccc1|no-kekule-form|-1",
        "CC(C)(C)(C)C|impossible-valence|-1",
        "N(=O)(=O)=O|impossible-valence|-1",
        "C[N](C)(C)C|impossible-valence|-1",
        "[N](=C)(C)(C)C|impossible-valence|-1",
        "[N+5]|impossible-valence|-1",
        "CO(C)C|impossible-valence|-1",
        "CFC|impossible-valence|-1",
        "[CH5]|impossible-valence|-1",
        "[NH5]|impossible-valence|-1",
        "C[H]C|impossible-valence|-1",
        "[He]C|impossible-valence|-1",
        "CS(C)(C)(C)(C)(C)C|impossible-valence|-1"
      })
  void a_text_that_is_no_structure_is_refused_with_its_reason_and_place(
      String text, String code, int position) {
    var refusal = refused(text);
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.position()).isEqualTo(position);
    assertThat(refusal.sentence()).endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CN(=O)=O",
        "CN=N#N",
        "C=N#N",
        "c1ccccn1=O",
        "FS(F)(F)(F)(F)F",
        "F[P-](F)(F)(F)(F)F",
        "FI(F)(F)(F)(F)(F)F",
        "[O-][Cl+3]([O-])([O-])[O-]",
        "O=Cl(=O)(=O)O",
        "C[Si](C)(C)C",
        "F[Si-2](F)(F)(F)(F)F",
        "F[Xe]F",
        "C[Pb](C)(C)C",
        "B",
        "[BH4-]",
        "[NH3][Pt]([NH3])(Cl)Cl",
        "C[O+](C)C",
        "[C-]#[O+]",
        "[CH2]",
        "[CH3+]",
        "[H-].[Na+]",
        "[OH3+]",
        "C%12CC%12",
        "[Ti+4]",
        "[Fe+++]",
        "C1.C1",
        "C(C)1CC1",
        "C1(SC2C=CC=CC(C1=O)=2)=O",
        "c1ccsc1",
        "c1cc[se]c1",
        "[SiH4]",
        "F[As](F)(F)(F)F",
        "Cl[Al](Cl)Cl",
        "CCO[AlH2]OCC",
        "[LiH]"
      })
  void a_real_if_unusual_structure_is_accepted(String text) {
    assertThat(chemistry.read(text, TautomerRule.DISTINCT))
        .isInstanceOf(StructureReading.Accepted.class);
  }

  @Test
  void sizes_are_accepted_up_to_their_limit_and_refused_beyond() {
    assertThat(
            Readings.accepted(chemistry.read("C".repeat(999), TautomerRule.SAME))
                .descriptors()
                .heavyAtoms())
        .isEqualTo(999);
    assertThat(refused("C".repeat(1_000)).code()).isEqualTo("too-many-atoms");
    assertThat(refused("C".repeat(2_001)).code()).isEqualTo("too-long");
    assertThat(
            Readings.accepted(chemistry.read("C" + ".C".repeat(99), TautomerRule.SAME))
                .components())
        .hasSize(1);
    assertThat(refused("C" + ".C".repeat(100)).code()).isEqualTo("too-many-components");
    assertThat(
            Readings.accepted(
                    chemistry.read("C" + "(C".repeat(250) + ")".repeat(250), TautomerRule.SAME))
                .formula())
        .isEqualTo("C251H504");
    assertThat(refused("C" + "(C".repeat(251) + ")".repeat(251)).code()).isEqualTo("too-deep");
  }

  @Test
  void a_cage_with_thousands_of_cycles_is_one_structure() {
    var fullerene =
        "c12c3c4c5c1c1c6c7c2c2c8c3c3c9c4c4c%10c5c5c1c1c6c6c%11c7c2c2c7c8c3c3c8c9c4c4c9c%10c5c5c1c1c6c6c%11c2c2c7c3c3c8c4c4"
            + "c9c5c1c1c6c2c3c41";
    assertThat(Readings.accepted(chemistry.read(fullerene, TautomerRule.SAME)).inchiKey())
        .isEqualTo("XMWRBQBLMFGWIX-UHFFFAOYSA-N");
  }

  @Test
  void a_key_is_refused_for_the_same_reasons() {
    assertThat(chemistry.key("[Xx]")).isEqualTo(new KeyReading.Refused(refused("[Xx]")));
  }
}

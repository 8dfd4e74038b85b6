package io.moltrail.chemistry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {

  private static Chemistry chemistry;

  @BeforeAll
  static void start() {
    chemistry = Readings.chemistry();
  }

  @AfterAll
  static void stop() {
    chemistry.close();
  }

  private static String identity(String smiles, TautomerRule tautomers) {
    return Readings.accepted(chemistry.read(smiles, tautomers)).identity();
  }

  @Test
  void tautomers_are_one_molecule_when_the_project_says_so() {
    assertThat(identity("Oc1ccccn1", TautomerRule.SAME))
        .isEqualTo(identity("O=c1cccc[nH]1", TautomerRule.SAME));
  }

  @Test
  void tautomers_are_two_molecules_when_the_project_says_so() {
    assertThat(identity("Oc1ccccn1", TautomerRule.DISTINCT))
        .isNotEqualTo(identity("O=c1cccc[nH]1", TautomerRule.DISTINCT));
  }

  @Test
  void distinct_tautomers_have_one_identity_in_every_spelling() {
    assertThat(identity("O=c1cccc[nH]1", TautomerRule.DISTINCT))
        .isEqualTo(identity("C1=CC(=O)NC=C1", TautomerRule.DISTINCT));
  }

  @ParameterizedTest
  @CsvSource({"CN(=O)=O, C[N+](=O)[O-]", "CN=N#N, CN=[N+]=[N-]", "c1ccccn1=O, c1cccc[n+]1[O-]"})
  void both_spellings_of_a_five_bonded_nitrogen_are_one_molecule(String one, String other) {
    assertThat(identity(one, TautomerRule.SAME)).isEqualTo(identity(other, TautomerRule.SAME));
  }

  @Test
  void an_identity_is_the_hash_that_the_design_says() {
    // printf '1\nLFQSCWFLJHTTHZ-UHFFFAOYSA-N\n\n' | sha256sum
    assertThat(identity("CCO", TautomerRule.SAME))
        .isEqualTo("9d05c7de20dfc86bc696eacd0d79a0fca0160cef367e946e333a7dcd17b1b7d4");
    assertThat(identity("CCO", TautomerRule.DISTINCT))
        .isEqualTo(identity("CCO", TautomerRule.SAME));
  }
}

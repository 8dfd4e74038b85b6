package io.moltrail.chemistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Properties of the canonical SMILES over made-up molecules in random spellings. */
class CanonicalFormTest {

  private static final int MOLECULES = 150;
  private static Chemistry chemistry;

  @BeforeAll
  static void start() {
    chemistry = Readings.chemistry();
  }

  @AfterAll
  static void stop() {
    chemistry.close();
  }

  @Test
  void every_spelling_of_a_molecule_gives_the_same_reading() throws IOException {
    var spellings = Spellings.ofSeed("every_spelling_of_a_molecule_gives_the_same_reading");
    var drawn = new ArrayList<String>();
    var respelled = new ArrayList<String>();
    for (int i = 0; i < MOLECULES; i++) {
      drawn.add(spellings.molecule());
      respelled.add(spellings.respell(drawn.getLast()));
    }
    var first = chemistry.readAll(drawn, TautomerRule.DISTINCT);
    var second = chemistry.readAll(respelled, TautomerRule.DISTINCT);
    for (int i = 0; i < MOLECULES; i++) {
      assertThat(submittedAs(drawn.get(i), Readings.accepted(second.get(i))))
          .as(respelled.get(i))
          .isEqualTo(Readings.accepted(first.get(i)));
    }
  }

  @Test
  void the_canonical_form_reads_as_itself() {
    var spellings = Spellings.ofSeed("the_canonical_form_reads_as_itself");
    for (int i = 0; i < MOLECULES; i++) {
      var key = chemistry.key(spellings.molecule());
      assertThat(key).isInstanceOf(KeyReading.Accepted.class);
      assertThat(chemistry.key(((KeyReading.Accepted) key).smiles())).isEqualTo(key);
    }
  }

  @Test
  void a_component_is_written_as_it_is_written_alone() {
    var spellings = Spellings.ofSeed("a_component_is_written_as_it_is_written_alone");
    for (int i = 0; i < 50; i++) {
      for (Component component :
          Readings.accepted(chemistry.read(spellings.molecule(), TautomerRule.SAME)).components()) {
        assertThat(((KeyReading.Accepted) chemistry.key(component.smiles())).smiles())
            .isEqualTo(component.smiles());
      }
    }
  }

  private static Structure submittedAs(String text, Structure s) {
    return new Structure(
        text,
        s.smiles(),
        s.inchi(),
        s.inchiKey(),
        s.parentInchiKey(),
        s.formula(),
        s.averageMass(),
        s.monoisotopicMass(),
        s.descriptors(),
        s.components(),
        s.identity(),
        s.ruleVersion(),
        s.toolkit());
  }
}

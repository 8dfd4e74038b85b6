package io.moltrail.chemistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownCompoundsTest {

  private static Chemistry chemistry;

  @BeforeAll
  static void start() {
    chemistry = Readings.chemistry();
  }

  @AfterAll
  static void stop() {
    chemistry.close();
  }

  private static Structure read(String smiles) {
    return Readings.accepted(chemistry.read(smiles, TautomerRule.SAME));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "O XLYOFNOQVPJJNP-UHFFFAOYSA-N",
        "[2H]O[2H] XLYOFNOQVPJJNP-ZSJDYOACSA-N",
        "C VNWKTOKETHGBQD-UHFFFAOYSA-N",
        "OCC LFQSCWFLJHTTHZ-UHFFFAOYSA-N",
        "c1ccccc1 UHOVQNZJYSORNB-UHFFFAOYSA-N",
        "CC(=O)Nc1ccc(O)cc1 RZVAJINKPMORJF-UHFFFAOYSA-N",
        "CC(C)Cc1ccc(cc1)C(C)C(=O)O HEFNNWSXXWATRW-UHFFFAOYSA-N",
        "C[C@H](N)C(=O)O QNAYBMKLOCPYGJ-REOHCLBHSA-N",
        "C[C@@H](N)C(=O)O QNAYBMKLOCPYGJ-UWTATZPHSA-N",
        "C/C=C/C IAQRGUVFOMOMEM-ONEGZZNKSA-N",
        "C/C=C\\C IAQRGUVFOMOMEM-ARJAWSKDSA-N",
        "CN1CCC[C@H]1c1cccnc1 SNICXCGAKADSCV-JTQLQIEISA-N",
        "OC[C@H]1O[C@@H](O)[C@H](O)[C@@H](O)[C@@H]1O WQZGKKKJIJFFOK-VFUOTHLCSA-N",
        "CN1CC[C@]23[C@@H]4[C@H]1CC5=C2C(=C(C=C5)O)O[C@H]3[C@H](C=C4)O BQJCRHHNABKAKU-KBQPJGBKSA-N",
        "CC1([C@@H](N2[C@H](S1)[C@@H](C2=O)NC(=O)CC3=CC=CC=C3)C(=O)O)C JGSARLDLIJGVTE-MBNYWOFBSA-N",
        "[Na+].[Cl-] FAPWRFPIFSIZLT-UHFFFAOYSA-M",
        "[Fe+2].c1ccc[cH-]1.c1ccc[cH-]1 KTWOOEGAPBSYNW-UHFFFAOYSA-N",
        "[CH3] WCYWZMWISLQXQU-UHFFFAOYSA-N"
      })
  void a_known_compound_has_its_published_key(String smiles, String inchiKey) {
    assertThat(read(smiles).inchiKey()).isEqualTo(inchiKey);
  }

  @Test
  void aspirin_has_one_key_and_one_form_in_every_spelling() {
    var spellings =
        List.of(
            "CC(=O)Oc1ccccc1C(=O)O",
            "OC(=O)C1=CC=CC=C1OC(C)=O",
            "c1ccc(C(O)=O)c(c1)OC(C)=O",
            "[H]OC(=O)c1ccccc1OC(=O)C([H])([H])[H]");
    assertThat(spellings)
        .allSatisfy(
            spelling -> {
              assertThat(read(spelling).inchiKey()).isEqualTo("BSYNRYMUTXBXSQ-UHFFFAOYSA-N");
              assertThat(read(spelling).smiles()).isEqualTo("CC(=O)Oc1ccccc1C(=O)O");
            });
  }

  @Test
  void caffeine_comes_with_everything_a_registry_shows() {
    var caffeine = read("CN1C=NC2=C1C(=O)N(C(=O)N2C)C");
    assertThat(caffeine.inchiKey()).isEqualTo("RYYVLZVUVIJVGH-UHFFFAOYSA-N");
    assertThat(caffeine.inchi())
        .isEqualTo("InChI=1S/C8H10N4O2/c1-10-4-9-6-5(10)7(13)12(3)8(14)11(6)2/h4H,1-3H3");
    assertThat(caffeine.smiles()).isEqualTo("Cn1cnc2c1c(=O)n(C)c(=O)n2C");
    assertThat(caffeine.formula()).isEqualTo("C8H10N4O2");
    assertThat(caffeine.averageMass()).isCloseTo(194.19, within(0.005));
    assertThat(caffeine.monoisotopicMass()).isEqualTo(194.080376);
    assertThat(caffeine.parentInchiKey()).isEqualTo(caffeine.inchiKey());
    assertThat(caffeine.descriptors())
        .isEqualTo(new Descriptors(-0.1086, 61.82, 0, 3, 0, 14, 2, 0.375, 0));
    assertThat(caffeine.toolkit()).startsWith("CDK 2.11, InChI 1.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "[238U] [238U]",
        "[2H]C([2H])([2H])O OC([2H])([2H])[2H]",
        "[12CH4] [12CH4]",
        "C[N+](C)(C)C C[N+](C)(C)C",
        "[O-]C(=O)C CC(=O)[O-]",
        "CN(=O)=O CN(=O)=O",
        "C[N+](=O)[O-] C[N+](=O)[O-]",
        "[CH2]C [CH2]C",
        "C[Mg]Br C[Mg]Br",
        "F/C=C/F F/C=C/F",
        "[H]/N=C(/C)F C/C(=N/[H])/F",
        "C[C@](F)(Cl)Br C[C@](F)(Cl)Br",
        "N[Pt@SP1](N)(Cl)Cl N[Pt@SP1](N)(Cl)Cl"
      })
  void what_was_drawn_is_kept(String drawn, String kept) {
    assertThat(read(drawn).smiles()).isEqualTo(kept);
  }

  @Test
  void a_stereo_mark_on_an_atom_that_is_no_centre_falls_away() {
    assertThat(read("C[C@H](C)O").smiles()).isEqualTo(read("CC(C)O").smiles());
    assertThat(read("C/C=C(/C)C").smiles()).isEqualTo(read("CC=C(C)C").smiles());
  }

  @Test
  void cis_and_trans_of_a_ring_stay_two_molecules() {
    assertThat(read("C[C@H]1CC[C@@H](C)CC1").smiles())
        .isNotEqualTo(read("C[C@H]1CC[C@H](C)CC1").smiles());
  }

  @Test
  void a_marked_double_bond_at_an_aromatic_ring_is_kept() {
    assertThat(read("CC/N=C/1\\C=CN(C)c2ccccc12").inchiKey())
        .isEqualTo(read(read("CC/N=C/1\\C=CN(C)c2ccccc12").smiles()).inchiKey());
  }

  @Test
  void a_salt_lists_its_components_largest_first() {
    var salt = read("[Cl-].C[NH3+].[Cl-].[NH3+]CC");
    assertThat(salt.components())
        .containsExactly(
            new Component("CC[NH3+]", 1), new Component("C[NH3+]", 1), new Component("[Cl-]", 2));
    assertThat(salt.smiles()).isEqualTo("CC[NH3+].C[NH3+].[Cl-].[Cl-]");
    assertThat(salt.parentInchiKey()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "CC(=O)[O-] C2H3O2-",
        "[Ca+2] Ca+2",
        "O H2O",
        "N#N N2",
        "[2H]O[2H] H2O",
        "BrCCl CH2BrCl",
        "[Na+].[Cl-] ClNa"
      })
  void a_formula_is_in_hill_order_with_its_charge(String smiles, String formula) {
    assertThat(read(smiles).formula()).isEqualTo(formula);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "[2H]O[2H] 20.0276 20.023118",
        "O 18.0153 18.010565",
        "[99Tc] 98.9063 98.906255",
        "[Og] 294.0 294.0"
      })
  void masses_honour_isotopes_and_elements_without_a_natural_one(
      String smiles, double average, double monoisotopic) {
    assertThat(read(smiles).averageMass()).isCloseTo(average, within(0.0003));
    assertThat(read(smiles).monoisotopicMass()).isCloseTo(monoisotopic, within(0.000002));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {"[Fe+2] 1.35", "[H+] 1.46", "[C-]#[C-] 1.68"})
  void lipophilicity_outside_the_model_is_the_rough_count(String smiles, double logP) {
    assertThat(read(smiles).descriptors().logP()).isEqualTo(logP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "CC(=O)Oc1ccccc1C(=O)O 63.6",
        "CN1CCC[C@H]1c1cccnc1 16.13",
        "C1OC1 12.53",
        "CN(=O)=O 45.82",
        "O 31.5"
      })
  void polar_surface_is_that_of_ertl(String smiles, double area) {
    assertThat(read(smiles).descriptors().tpsa()).isEqualTo(area);
  }

  @Test
  void a_key_is_the_short_form_of_the_same_reading() {
    var full = read("OC(=O)C1=CC=CC=C1OC(C)=O");
    assertThat(chemistry.key("OC(=O)C1=CC=CC=C1OC(C)=O"))
        .isEqualTo(new KeyReading.Accepted(full.smiles(), full.inchiKey()));
  }
}

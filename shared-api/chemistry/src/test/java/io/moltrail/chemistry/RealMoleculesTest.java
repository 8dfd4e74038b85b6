package io.moltrail.chemistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Over the public data sets beside the checkout; skipped where they are absent. */
class RealMoleculesTest {

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
  void every_measured_lipophilic_compound_is_accepted() throws IOException {
    var smiles = lipophilicity();
    var refused =
        chemistry.readAll(smiles, TautomerRule.SAME).stream()
            .filter(StructureReading.Refused.class::isInstance)
            .toList();
    assertThat(smiles).hasSize(4_200);
    assertThat(refused).isEmpty();
  }

  @Test
  void real_compounds_have_one_form_in_every_spelling() throws IOException {
    var spellings = Spellings.ofSeed("real_compounds_have_one_form_in_every_spelling");
    for (String drawn : spellings.sample(lipophilicity(), 300)) {
      var key = (KeyReading.Accepted) chemistry.key(drawn);
      assertThat(chemistry.key(spellings.respell(drawn))).as(drawn).isEqualTo(key);
      assertThat(chemistry.key(key.smiles())).as(drawn).isEqualTo(key);
    }
  }

  @Test
  void what_every_sound_reader_refuses_is_refused() throws IOException {
    var accepted =
        SharedData.lines("invalid-smiles/invalid_smiles.tsv").stream()
            .skip(1)
            .map(line -> line.split("\t", -1))
            .filter(row -> row[2].startsWith("all") && !row[2].equals("all-with-valence-check"))
            .map(row -> row[0])
            .filter(
                text ->
                    chemistry.read(text, TautomerRule.SAME) instanceof StructureReading.Accepted)
            .toList();
    assertThat(accepted).isEmpty();
  }

  @Test
  void of_the_rows_that_only_some_refuse_none_is_too_hard() throws IOException {
    var tooHard =
        SharedData.lines("invalid-smiles/invalid_smiles.tsv").stream()
            .skip(1)
            .map(line -> line.split("\t", -1)[0])
            .filter(
                text ->
                    chemistry.read(text, TautomerRule.DISTINCT)
                            instanceof StructureReading.Refused(var refusal)
                        && refusal.code().equals("too-hard"))
            .toList();
    assertThat(tooHard).isEmpty();
  }

  @Test
  void salts_that_the_toolkit_cannot_write_are_accepted() throws IOException {
    var codes =
        badRows("canon").stream()
            .map(
                text ->
                    chemistry.read(text, TautomerRule.SAME)
                            instanceof StructureReading.Refused(var refusal)
                        ? refusal.code()
                        : "accepted")
            .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
    assertThat(codes)
        .containsOnlyKeys("accepted", "contradicting-stereo")
        .containsEntry("contradicting-stereo", 2L);
  }

  @Test
  void rows_that_the_toolkit_cannot_read_are_refused_with_a_reason() throws IOException {
    assertThat(badRows("parse"))
        .allSatisfy(
            text -> {
              var refusal = Readings.refused(chemistry.read(text, TautomerRule.SAME));
              assertThat(refusal.code()).isNotEqualTo("too-hard");
            });
  }

  private static List<String> lipophilicity() throws IOException {
    return SharedData.lines("moleculenet/Lipophilicity.csv.gz").stream()
        .skip(1)
        .map(line -> line.split(",")[2])
        .toList();
  }

  private static List<String> badRows(String stage) throws IOException {
    return SharedData.lines("invalid-smiles/real_bad_rows.tsv").stream()
        .map(line -> line.split("\t"))
        .filter(row -> row[0].equals(stage))
        .map(row -> row[2])
        .toList();
  }
}

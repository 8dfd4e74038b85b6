package io.moltrail.command.molecule;

import static io.moltrail.command.molecule.GivenMolecule.MOLECULE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moltrail.eventstore.json.MessageJson;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.AnnotateMolecule;
import io.moltrail.messages.molecule.Annotation;
import io.moltrail.messages.molecule.EditMolecule;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.RemoveAnnotation;
import io.moltrail.messages.molecule.RenameMolecule;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoleculePatchTest {

  private static final Annotation DRY = new Annotation.Flag(false);

  @Test
  void what_is_absent_stays_as_it_is() {
    assertThat(patch("{'name':'Aspirin'}").command(MOLECULE))
        .isEqualTo(new RenameMolecule(MOLECULE, Optional.of(new MoleculeName("Aspirin"))));
    assertThat(patch("{'annotations':{'dry':false}}").command(MOLECULE))
        .isEqualTo(new AnnotateMolecule(MOLECULE, Map.of("dry", DRY)));
  }

  @Test
  void null_goes() {
    assertThat(patch("{'name':null}").command(MOLECULE))
        .isEqualTo(new RenameMolecule(MOLECULE, Optional.empty()));
    assertThat(patch("{'annotations':{'batch':null}}").command(MOLECULE))
        .isEqualTo(new RemoveAnnotation(MOLECULE, "batch"));
    assertThat(patch("{'annotations':{'batch':null,'lot':null}}").command(MOLECULE))
        .isEqualTo(new EditMolecule(MOLECULE, Optional.empty(), Map.of(), Set.of("batch", "lot")));
    assertThat(patch("{'name':null,'annotations':{'batch':null,'dry':false}}").command(MOLECULE))
        .isEqualTo(
            new EditMolecule(
                MOLECULE, Optional.of(Optional.empty()), Map.of("dry", DRY), Set.of("batch")));
  }

  @Test
  void values_keep_their_type_and_their_digits() {
    assertThat(patch("{'annotations':{'t':'7','n':7,'d':7.00,'e':1.50e3}}").command(MOLECULE))
        .isEqualTo(
            new AnnotateMolecule(
                MOLECULE,
                Map.of(
                    "t", new Annotation.Text("7"),
                    "n", new Annotation.Quantity(new BigDecimal("7")),
                    "d", new Annotation.Quantity(new BigDecimal("7.00")),
                    "e", new Annotation.Quantity(new BigDecimal("1.50e3")))));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "{} | /name",
        "{'annotations':{}} | /name",
        "{'name':7} | /name",
        "{'annotations':null} | /annotations",
        "{'name':null,'annotations':[1]} | /annotations",
        "{'name':'','annotations':'x'} | /name,/annotations",
        "{'annotations':{'a':{}}} | /annotations/a",
        "{'annotations':{'a':[]}} | /annotations/a",
        "{'annotations':{'a/b~':[1],'c':1}} | /annotations/a~1b~0",
        "{'annotations':{' a':1}} | /annotations/ a",
        "{'annotations':{' a':null}} | /annotations/ a",
        "{'annotations':{'\u00e9':1,'e\u0301':null}} | /annotations/e\u0301",
        "{'annotations':{'a':1e99}} | /annotations/a",
      })
  void what_is_no_change_is_refused_with_every_field_at_fault(String form, String fields) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> patch(form).command(MOLECULE))
        .satisfies(
            refusal ->
                assertThat(refusal.faults())
                    .extracting(Refusal.Fault::pointer)
                    .containsExactly(fields.split(",")));
  }

  @Test
  void at_most_fifty_are_set_at_once_and_any_number_goes() {
    assertThat(patch(values(50, "1")).command(MOLECULE)).isInstanceOf(AnnotateMolecule.class);
    assertThat(patch(values(51, "null")).command(MOLECULE)).isInstanceOf(EditMolecule.class);
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> patch(values(51, "1")).command(MOLECULE));
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(
            () -> patch("{'annotations':{'a':'" + "x".repeat(2_001) + "'}}").command(MOLECULE));
  }

  @Test
  void one_hundred_change_at_once_and_no_more() {
    assertThat(patch(values(100, "null")).command(MOLECULE)).isInstanceOf(EditMolecule.class);
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> patch(values(101, "null")).command(MOLECULE))
        .satisfies(it -> assertThat(it.faults()).hasSize(1));
  }

  @Test
  void twenty_faults_are_enough() {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> patch(values(100, "[]")).command(MOLECULE))
        .satisfies(it -> assertThat(it.faults()).hasSize(20));
  }

  private static String values(int count, String value) {
    return IntStream.range(0, count)
        .mapToObj(n -> "'" + n + "':" + value)
        .collect(Collectors.joining(",", "{'annotations':{", "}}"));
  }

  /** Numbers are read as at the door. */
  private static MoleculePatch patch(String form) {
    return MessageJson.mapper().readValue(form.replace('\'', '"'), MoleculePatch.class);
  }
}

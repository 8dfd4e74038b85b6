package io.moltrail.command.molecule;

import static io.moltrail.command.molecule.GivenMolecule.ADDED;
import static io.moltrail.command.molecule.GivenMolecule.MOLECULE;
import static io.moltrail.command.molecule.GivenMolecule.PROJECT;
import static io.moltrail.command.molecule.GivenMolecule.USER;
import static io.moltrail.command.molecule.GivenMolecule.archived;
import static io.moltrail.command.molecule.GivenMolecule.as;
import static io.moltrail.command.molecule.GivenMolecule.conflict;
import static io.moltrail.command.molecule.GivenMolecule.in;
import static io.moltrail.command.molecule.GivenMolecule.member;
import static io.moltrail.command.molecule.GivenMolecule.regulated;
import static io.moltrail.command.molecule.GivenMolecule.usual;

import io.moltrail.command.user.Someone;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.AnnotateMolecule;
import io.moltrail.messages.molecule.Annotation;
import io.moltrail.messages.molecule.AnnotationsRemoved;
import io.moltrail.messages.molecule.EditMolecule;
import io.moltrail.messages.molecule.MoleculeAnnotated;
import io.moltrail.messages.molecule.MoleculeArchived;
import io.moltrail.messages.molecule.MoleculeCommand;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.MoleculeRenamed;
import io.moltrail.messages.molecule.RemoveAnnotation;
import io.moltrail.messages.project.MemberRole;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is remarked on a molecule, and taken back. */
class AnnotatingTest {

  private static final Annotation BATCH = new Annotation.Text("B-17");
  private static final Annotation DRY = new Annotation.Flag(true);
  private static final Optional<MoleculeName> ASPIRIN = Optional.of(new MoleculeName("Aspirin"));

  @Test
  void an_editor_annotates_a_molecule_and_takes_it_back() {
    as(MemberRole.EDITOR)
        .given(ADDED)
        .when(new AnnotateMolecule(MOLECULE, Map.of("batch", BATCH, "dry", DRY)))
        .expectEvents(annotated(Map.of("batch", BATCH, "dry", DRY)));
    as(MemberRole.EDITOR)
        .given(ADDED, annotated(Map.of("batch", BATCH, "dry", DRY)))
        .when(new RemoveAnnotation(MOLECULE, "dry"))
        .expectEvents(removed("dry"));
  }

  @Test
  void only_what_changes_is_an_event() {
    as(MemberRole.EDITOR)
        .given(ADDED, annotated(Map.of("batch", BATCH, "purity", quantity("1.0"))))
        .when(
            new AnnotateMolecule(
                MOLECULE, Map.of("batch", BATCH, "purity", quantity("1"), "dry", DRY)))
        .expectEvents(annotated(Map.of("purity", quantity("1"), "dry", DRY)));
    as(MemberRole.EDITOR)
        .given(ADDED, annotated(Map.of("batch", BATCH)))
        .when(new AnnotateMolecule(MOLECULE, Map.of("batch", BATCH)))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    as(MemberRole.EDITOR)
        .given(ADDED, annotated(Map.of("batch", BATCH)), removed("batch"))
        .when(new RemoveAnnotation(MOLECULE, "batch"))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_name_new_values_and_what_goes_come_at_once() {
    as(MemberRole.EDITOR)
        .given(ADDED, annotated(Map.of("batch", BATCH)))
        .when(
            new EditMolecule(
                MOLECULE, Optional.of(ASPIRIN), Map.of("dry", DRY), Set.of("batch", "unheard of")))
        .expectEvents(
            removed("batch"),
            annotated(Map.of("dry", DRY)),
            new MoleculeRenamed(MOLECULE, PROJECT, Erasable.of(ASPIRIN)));
  }

  @Test
  void a_molecule_has_fifty_annotations_and_no_more() {
    MoleculeAnnotated fifty = annotated(some(50, n -> "key " + n));
    Map<String, Annotation> another = Map.of("another", DRY);
    as(MemberRole.EDITOR)
        .given(ADDED, fifty)
        .when(new AnnotateMolecule(MOLECULE, another))
        .expectException(conflict("too-many-annotations"))
        .expectNoEvents();
    as(MemberRole.EDITOR)
        .given(ADDED, fifty)
        .when(new EditMolecule(MOLECULE, Optional.of(ASPIRIN), another, Set.of("unheard of")))
        .expectException(conflict("too-many-annotations"))
        .expectNoEvents();
    as(MemberRole.EDITOR)
        .given(ADDED, fifty)
        .when(new AnnotateMolecule(MOLECULE, Map.of("key 7", DRY)))
        .expectEvents(annotated(Map.of("key 7", DRY)));
    as(MemberRole.EDITOR)
        .given(ADDED, fifty)
        .when(new EditMolecule(MOLECULE, Optional.empty(), another, Set.of("key 7")))
        .expectEvents(removed("key 7"), annotated(another));
  }

  @Test
  void what_was_erased_is_not_there_and_can_be_said_again() {
    MoleculeAnnotated erased = new MoleculeAnnotated(MOLECULE, PROJECT, Erasable.erased());
    AnnotationsRemoved also = new AnnotationsRemoved(MOLECULE, PROJECT, Erasable.erased());
    as(MemberRole.EDITOR)
        .given(ADDED, erased, also)
        .when(new AnnotateMolecule(MOLECULE, Map.of("batch", BATCH)))
        .expectEvents(annotated(Map.of("batch", BATCH)));
    as(MemberRole.EDITOR)
        .given(ADDED, erased, also)
        .when(new RemoveAnnotation(MOLECULE, "batch"))
        .expectNoEvents();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void viewers_and_strangers_may_not(MoleculeCommand command) {
    as(MemberRole.VIEWER)
        .given(ADDED)
        .when(command)
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
    in(usual(), Someone.user(USER))
        .given(ADDED)
        .when(command)
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_regulated_project_asks_why(MoleculeCommand command) {
    in(regulated(), member(MemberRole.EDITOR))
        .given(ADDED)
        .when(command)
        .expectException(Refusal.ReasonRequired.class)
        .expectNoEvents();
    in(regulated(), member(MemberRole.EDITOR))
        .given(ADDED)
        .when(command, Map.of(MetadataKeys.REASON, "measured again"))
        .expectSuccessfulHandlerExecution();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void what_is_archived_stays_as_it_is(MoleculeCommand command) {
    in(archived(), member(MemberRole.OWNER))
        .given(ADDED)
        .when(command)
        .expectException(conflict("project-archived"))
        .expectNoEvents();
    as(MemberRole.OWNER)
        .given(ADDED, new MoleculeArchived(MOLECULE, PROJECT))
        .when(command)
        .expectException(conflict("molecule-archived"))
        .expectNoEvents();
  }

  private static Stream<MoleculeCommand> commands() {
    return Stream.of(
        new AnnotateMolecule(MOLECULE, Map.of("batch", BATCH)),
        new RemoveAnnotation(MOLECULE, "batch"),
        new EditMolecule(MOLECULE, Optional.of(ASPIRIN), Map.of("dry", DRY), Set.of("batch")));
  }

  private static MoleculeAnnotated annotated(Map<String, Annotation> annotations) {
    return new MoleculeAnnotated(MOLECULE, PROJECT, Erasable.of(annotations));
  }

  private static AnnotationsRemoved removed(String key) {
    return new AnnotationsRemoved(MOLECULE, PROJECT, Erasable.of(Set.of(key)));
  }

  private static Annotation quantity(String digits) {
    return new Annotation.Quantity(new BigDecimal(digits));
  }

  private static Map<String, Annotation> some(int count, IntFunction<String> key) {
    return IntStream.range(0, count).mapToObj(key).collect(Collectors.toMap(it -> it, it -> BATCH));
  }
}

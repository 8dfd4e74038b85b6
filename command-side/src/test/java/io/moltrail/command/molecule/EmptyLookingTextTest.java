package io.moltrail.command.molecule;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.web.requests.ChangeReason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What shows nothing deceives whoever reads it, wherever text is typed. */
class EmptyLookingTextTest {

  private static final Map<String, Predicate<String>> LINES =
      Map.of(
          "molecule name", it -> MoleculeName.parse(it).isPresent(),
          "project name", it -> ProjectName.parse(it).isPresent(),
          "display name", it -> DisplayName.parse(it).isPresent(),
          "annotation key", it -> AnnotationFields.key(it).isPresent());

  private static final Map<String, Predicate<String>> REASONS =
      Map.of(
          "reason in a header", EmptyLookingTextTest::isReason,
          "reason of a revision", it -> accepted(() -> new RevisionForm("C", it).why()),
          "reason in a form",
              it -> accepted(() -> new MoleculeForm("C", null, null, it).checked()));

  private static final Map<String, Predicate<String>> BLOCKS =
      Map.of(
          "description", it -> ProjectDescription.parse(it).isPresent(),
          "annotation", it -> AnnotationFields.value(it).isPresent());

  private static final Map<String, Predicate<String>> ADDRESSES =
      Map.of(
          "local part", it -> EmailAddress.parse(it + "@example.org").isPresent(),
          "domain", it -> EmailAddress.parse("ada@" + it + ".org").isPresent());

  static IntStream nothing_to_see() {
    return Stream.of(
            IntStream.of(0x00A0, 0x2007, 0x202F, 0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5),
            IntStream.of(0x200B, 0x2060, 0x2064, 0x2800, 0x3164, 0xFEFF, 0xFFA0, 0x1D173),
            IntStream.rangeClosed(0x180B, 0x180F),
            IntStream.rangeClosed(0xFE00, 0xFE0F),
            IntStream.of(0xE0001, 0xE0100, 0xE0101, 0xE01EF))
        .flatMapToInt(it -> it);
  }

  @ParameterizedTest
  @MethodSource("nothing_to_see")
  void no_text_takes_what_shows_nothing(int codePoint) {
    String nothing = Character.toString(codePoint);

    assertThat(takers("a" + nothing + "b")).isEmpty();
    assertThat(takers(nothing)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("nothing_to_say")
  void names_and_reasons_say_something(String text) {
    assertThat(takers(text, List.of(LINES, REASONS))).isEmpty();
  }

  static Stream<String> nothing_to_say() {
    return Stream.of("\u0301", "\u20dd", "\u0301 \u0301", "\u0903");
  }

  @Test
  void what_shows_something_is_taken_everywhere() {
    assertThat(takers("ab"))
        .hasSize(LINES.size() + REASONS.size() + BLOCKS.size() + ADDRESSES.size());
    assertThat(takers("a b")).hasSize(LINES.size() + REASONS.size() + BLOCKS.size());
  }

  private static Stream<String> takers(String text) {
    return takers(text, List.of(LINES, REASONS, BLOCKS, ADDRESSES));
  }

  private static Stream<String> takers(String text, List<Map<String, Predicate<String>>> doors) {
    return doors.stream()
        .flatMap(it -> it.entrySet().stream())
        .filter(it -> it.getValue().test(text))
        .map(Map.Entry::getKey);
  }

  private static boolean isReason(String text) {
    String header = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    return accepted(() -> new ChangeReason(header).text().orElseThrow());
  }

  private static boolean accepted(Runnable reading) {
    try {
      reading.run();
      return true;
    } catch (Refusal.Invalid e) {
      return false;
    }
  }
}

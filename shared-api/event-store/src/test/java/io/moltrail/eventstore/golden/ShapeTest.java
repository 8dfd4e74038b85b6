package io.moltrail.eventstore.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each planted change of a record is noticed, and what does no harm is let through. */
class ShapeTest {

  record Stored(
      UserId userId,
      ProjectId projectId,
      Colour colour,
      @ErasedWith("userId") Erasable<DisplayName> name,
      Part part,
      Map<String, Mark> marks) {}

  record Added(
      UserId userId,
      ProjectId projectId,
      Colour colour,
      @ErasedWith("userId") Erasable<DisplayName> name,
      Part part,
      Map<String, Mark> marks,
      int more) {}

  record Removed(
      UserId userId,
      ProjectId projectId,
      Colour colour,
      @ErasedWith("userId") Erasable<DisplayName> name,
      Part part) {}

  record Renamed(
      UserId who,
      ProjectId projectId,
      Colour colour,
      @ErasedWith("userId") Erasable<DisplayName> name,
      Part part,
      Map<String, Mark> marks) {}

  record Retyped(
      UserId userId,
      ProjectId projectId,
      Colour colour,
      @ErasedWith("userId") Erasable<Optional<DisplayName>> name,
      Part part,
      Map<String, Mark> marks) {}

  record OtherSubject(
      UserId userId,
      ProjectId projectId,
      Colour colour,
      @ErasedWith("projectId") Erasable<DisplayName> name,
      Part part,
      Map<String, Mark> marks) {}

  record AsText(
      UserId userId,
      ProjectId projectId,
      Colour colour,
      @ErasedWith(value = "userId", text = true) Erasable<DisplayName> name,
      Part part,
      Map<String, Mark> marks) {}

  record InClear(
      UserId userId,
      ProjectId projectId,
      Colour colour,
      DisplayName name,
      Part part,
      Map<String, Mark> marks) {}

  record OneColourLess(
      UserId userId,
      ProjectId projectId,
      OneLess colour,
      @ErasedWith("userId") Erasable<DisplayName> name,
      Part part,
      Map<String, Mark> marks) {}

  record DeepInside(
      UserId userId,
      ProjectId projectId,
      Colour colour,
      @ErasedWith("userId") Erasable<DisplayName> name,
      LongPart part,
      Map<String, Mark> marks) {}

  record OneMarkMore(
      UserId userId,
      ProjectId projectId,
      Colour colour,
      @ErasedWith("userId") Erasable<DisplayName> name,
      Part part,
      Map<String, MoreMarks> marks) {}

  record Harmless(
      ProjectId projectId,
      UserId userId,
      OneMore colour,
      @ErasedWith("userId") Erasable<EmailAddress> name,
      SamePart part,
      Map<String, Mark> marks) {}

  record Part(List<Integer> sizes) {}

  record SamePart(List<Integer> sizes) {}

  record LongPart(List<Long> sizes) {}

  record Unbounded(List<?> anything) {}

  enum Colour {
    RED,
    GREEN
  }

  enum OneLess {
    GREEN
  }

  enum OneMore {
    BLUE,
    GREEN,
    RED
  }

  sealed interface Mark {
    record Dot(int value) implements Mark {}
  }

  sealed interface MoreMarks {
    record Dot(int value) implements MoreMarks {}

    record Line(int value) implements MoreMarks {}
  }

  record Planted(Class<?> changed, String noticed) {}

  static List<Planted> planted() {
    return List.of(
        new Planted(Added.class, "more was not there and is \"int\""),
        new Planted(Removed.class, "marks was \"Map\" and is not there"),
        new Planted(Renamed.class, "who was not there and is \"UUID\""),
        new Planted(
            Retyped.class,
            "name was \"erased with userId, erasable String\""
                + " and is \"erased with userId, erasable optional String\""),
        new Planted(
            OtherSubject.class,
            "name was \"erased with userId, erasable String\""
                + " and is \"erased with projectId, erasable String\""),
        new Planted(
            AsText.class,
            "name was \"erased with userId, erasable String\""
                + " and is \"text, erased with userId, erasable String\""),
        new Planted(
            InClear.class, "name was \"erased with userId, erasable String\" and is \"String\""),
        new Planted(OneColourLess.class, "colour was \"enum GREEN RED\" and is \"enum GREEN\""),
        new Planted(DeepInside.class, "part.sizes[] was \"Integer\" and is \"Long\""),
        new Planted(OneMarkMore.class, "marks{} was \"one of Dot\" and is \"one of Dot Line\""));
  }

  @ParameterizedTest
  @MethodSource("planted")
  void a_change_of_a_record_is_noticed(Planted planted) {
    assertThat(Shape.of(Stored.class).unlike(Shape.of(planted.changed())))
        .contains(planted.noticed());
  }

  @Test
  void another_order_more_constants_and_other_class_names_do_no_harm() {
    assertThat(Shape.of(Stored.class).unlike(Shape.of(Harmless.class))).isEmpty();
  }

  @Test
  void a_field_that_has_no_shape_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Shape.of(Unbounded.class));
  }
}

package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.web.permissions.Permission;
import io.moltrail.web.permissions.Permissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every route of the table, called by everybody about everything, and what must come of it. */
@ExtendWith(Shared.class)
class MatrixTest {

  private static Installation moltrail;
  private static MatrixStage stage;

  @BeforeAll
  static void start(Installation shared) {
    moltrail = shared;
    stage = new MatrixStage(new MatrixCast(shared));
  }

  @Test
  void the_table_names_what_the_document_names() {
    TreeSet<String> documented = new TreeSet<>();
    moltrail
        .anonymous()
        .get("/v3/api-docs")
        .expect(200)
        .json()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(
                        method ->
                            documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    assertThat(Permissions.api().all())
        .extracting(Permission::name)
        .contains(documented.toArray(String[]::new));
  }

  @Test
  void every_route_answers_everybody_as_the_table_says() {
    List<String> wrong = new ArrayList<>();
    int cases = 0;
    int compared = 0;
    for (Permission permission : Permissions.api().all()) {
      for (MatrixCase one : MatrixCase.of(permission)) {
        if (!stage.plays(one)) {
          continue;
        }
        cases++;
        Answer answer = stage.play(one);
        if (answer.status() != stage.expected(one)) {
          wrong.add(
              "%s: %d, not %d: %s"
                  .formatted(one, answer.status(), stage.expected(one), answer.body()));
        }
        if (one.hides()) {
          compared++;
          stage.difference(one, answer).ifPresent(it -> wrong.add(one + " differs: " + it));
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "Matrix: %d routes, %d cases, %d hidden objects compared with unknown ids%n",
        Permissions.api().all().size(),
        cases,
        compared);
    assertThat(wrong).isEmpty();
    assertThat(cases).isGreaterThanOrEqualTo(3_000);
    assertThat(stage.touched()).as("worlds in which everything was refused").isEmpty();
  }
}

package io.moltrail.command.project;

import static io.moltrail.command.project.GivenProject.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.DescribeProject;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.RenameAndDescribeProject;
import io.moltrail.messages.project.RenameProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ProjectPatchTest {

  private static final ProjectName NAME = new ProjectName("JAK2");
  private static final ProjectDescription DESCRIPTION = new ProjectDescription("Oral ones");

  @Test
  void what_is_absent_stays_as_it_is() {
    assertThat(patch("{'name':'JAK2'}").command(PROJECT))
        .isEqualTo(new RenameProject(PROJECT, NAME));
    assertThat(patch("{'description':'Oral ones'}").command(PROJECT))
        .isEqualTo(new DescribeProject(PROJECT, DESCRIPTION));
    assertThat(patch("{'name':'JAK2','description':'Oral ones'}").command(PROJECT))
        .isEqualTo(new RenameAndDescribeProject(PROJECT, NAME, DESCRIPTION));
  }

  @Test
  void a_null_description_takes_it_away() {
    assertThat(patch("{'description':null}").command(PROJECT))
        .isEqualTo(new DescribeProject(PROJECT, ProjectDescription.NONE));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "{} | /name",
        "{'name':null} | /name",
        "{'name':''} | /name",
        "{'name':7} | /name",
        "{'name':'JAK2','description':7} | /description",
        "{'name':null,'description':[]} | /name,/description",
      })
  void what_is_no_change_is_refused_with_every_field_at_fault(String form, String fields) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> patch(form).command(PROJECT))
        .satisfies(
            refusal ->
                assertThat(refusal.faults())
                    .extracting(Refusal.Fault::pointer)
                    .containsExactly(fields.split(",")));
  }

  private static ProjectPatch patch(String form) {
    return JsonMapper.shared().readValue(form.replace('\'', '"'), ProjectPatch.class);
  }
}

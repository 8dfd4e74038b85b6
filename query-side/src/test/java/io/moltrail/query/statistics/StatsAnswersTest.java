package io.moltrail.query.statistics;

import static io.moltrail.query.testing.KinaseProject.GRACE;
import static io.moltrail.query.testing.KinaseProject.PROJECT;
import static io.moltrail.query.testing.KinaseProject.get;
import static io.moltrail.query.testing.QueryServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StatsAnswersTest {

  @Test
  void a_viewer_is_told_the_figures_of_the_project() {
    JsonNode stats = json(get(GRACE, "/v1/projects/" + PROJECT + "/stats"));

    assertThat(stats.propertyNames())
        .containsExactly(
            "molecules", "membersByRole", "contributors", "moleculesAddedPerDay", "properties");
    assertThat(stats.get("molecules").toString()).isEqualTo("{\"total\":1,\"archived\":0}");
    assertThat(stats.get("membersByRole").toString())
        .isEqualTo("{\"VIEWER\":1,\"EDITOR\":0,\"OWNER\":1}");
    assertThat(stats.get("contributors").asInt()).isEqualTo(1);
    assertThat(stats.get("moleculesAddedPerDay")).hasSize(30);
    assertThat(stats.get("moleculesAddedPerDay").get(0).get("date").asString())
        .matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(stats.get("properties").get("logP").toString())
        .isEqualTo("{\"min\":-0.14,\"mean\":-0.14,\"max\":-0.14}");
  }
}

package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Every endpoint that the API document lists, called by everybody who might. */
@ExtendWith(Shared.class)
class MatrixTest {

  @Test
  void every_endpoint_answers_everybody_as_it_must(Installation moltrail) {
    Cast cast = Cast.in(moltrail);
    List<Operation> operations = operations(moltrail.anonymous());
    assertThat(operations)
        .extracting(Operation::name)
        .containsAll(new TreeSet<>(Endpoints.ALL.keySet()));

    List<String> wrong = new ArrayList<>();
    int cases = 0;
    for (Operation operation : operations) {
      Endpoints.Rule rule = Endpoints.ALL.get(operation.name());
      assertThat(rule).as("a rule for " + operation.name()).isNotNull();
      for (Map.Entry<String, Integer> expected : rule.expected().entrySet()) {
        cases++;
        Answer answer = call(cast, operation, rule, expected.getKey());
        if (answer.status() != expected.getValue()) {
          wrong.add(
              "%s by %s: %d, not %d: %s"
                  .formatted(
                      operation.name(),
                      expected.getKey(),
                      answer.status(),
                      expected.getValue(),
                      answer.body()));
        }
      }
    }
    System.out.println("Matrix: " + operations.size() + " endpoints, " + cases + " cases");
    assertThat(wrong).isEmpty();
  }

  @Test
  void what_is_hidden_answers_exactly_like_what_is_not_there(Installation moltrail) {
    Cast cast = Cast.in(moltrail);
    String unknown = "0196f7a2-3c5e-7c41-9d0a-5b8f2e1c7a90";
    for (String path :
        List.of(
            "/v1/projects/%s",
            "/v1/projects/%s/molecules", "/v1/projects/%s/members", "/v1/projects/%s/history")) {
      assertSame(cast.stranger().caller(), path.formatted(cast.project()), path.formatted(unknown));
    }
    for (String path : List.of("/v1/molecules/%s", "/v1/molecules/%s/history")) {
      assertSame(
          cast.stranger().caller(), path.formatted(cast.molecule()), path.formatted(unknown));
    }
  }

  private static void assertSame(HttpCaller caller, String hidden, String unknown) {
    Answer one = caller.get(hidden).expect(404);
    Answer other = caller.get(unknown).expect(404);
    for (String member : List.of("type", "title", "status", "detail")) {
      assertThat(one.json().get(member)).as(hidden).isEqualTo(other.json().get(member));
    }
    assertThat(one.response().headers().map().keySet())
        .isEqualTo(other.response().headers().map().keySet());
  }

  private static Answer call(Cast cast, Operation operation, Endpoints.Rule rule, String who) {
    return cast.caller(who)
        .call(
            operation.method(),
            operation
                    .path()
                    .replace("{pid}", cast.project())
                    .replace("{mid}", cast.molecule())
                    .replace("{uid}", cast.viewer().id())
                    .replace("{code}", "no-such-problem")
                + rule.query(),
            rule.body(cast, who),
            rule.headers());
  }

  private static List<Operation> operations(HttpCaller anyone) {
    JsonNode paths = anyone.get("/v3/api-docs").expect(200).json().get("paths");
    List<Operation> operations = new ArrayList<>();
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT), path.getKey()))));
    return operations;
  }

  private record Operation(String method, String path) {
    String name() {
      return method + " " + path;
    }
  }

  /** Who takes part, and what they have to do with each other. */
  record Cast(
      HttpCaller anonymous,
      HttpCaller administrator,
      Person owner,
      Person editor,
      Person viewer,
      Person stranger,
      String unverified,
      String project,
      String molecule) {

    static Cast in(Installation moltrail) {
      Person owner = moltrail.person("Owner");
      Person editor = moltrail.person("Editor");
      Person viewer = moltrail.person("Viewer");
      String project = Projects.create(owner.caller(), "Matrix", "MATRIX");
      Projects.addMember(owner.caller(), project, editor.id(), "EDITOR", 1);
      Answer last = Projects.addMember(owner.caller(), project, viewer.id(), "VIEWER", 2);
      String molecule = Projects.addMolecule(owner.caller(), project, "CCO");
      viewer
          .caller()
          .get(
              "/v1/projects/" + project,
              Map.of("X-Consistency-Token", last.header("X-Consistency-Token")))
          .expect(200);
      return new Cast(
          moltrail.anonymous(),
          moltrail.administrator(),
          owner,
          editor,
          viewer,
          moltrail.person("Stranger"),
          unverified(moltrail.anonymous()),
          project,
          molecule);
    }

    /** Registered, and never confirmed: there is no way to an access token. */
    private static String unverified(HttpCaller anonymous) {
      String email = UUID.randomUUID() + "@moltrail.example";
      anonymous
          .post(
              "/v1/auth/register",
              Map.of(
                  "email", email, "password", Installation.PASSWORD, "displayName", "Unverified"))
          .expect(202);
      return email;
    }

    HttpCaller caller(String who) {
      return switch (who) {
        case "anonymous", "unverified" -> anonymous;
        case "administrator" -> administrator;
        case "owner" -> owner.caller();
        case "editor" -> editor.caller();
        case "viewer" -> viewer.caller();
        case "stranger" -> stranger.caller();
        default -> throw new IllegalArgumentException(who);
      };
    }
  }
}

package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Requests that want the same thing, all at once: one gets it, or all fit into one order, and
 * nobody is told of a failure. Twenty rounds under the profile {@code full}; the command side's
 * RacesTest always has them.
 */
@ExtendWith(Shared.class)
class RacesTest {

  private static final int AT_ONCE = 32;
  private static final int ROUNDS = Boolean.getBoolean("moltrail.full") ? 20 : 2;
  private static final long SEED = Long.getLong("moltrail.seed", System.nanoTime());
  private static final Random RANDOM = new Random(SEED);

  private static HttpCaller owner;
  private static Person editor;

  @BeforeAll
  static void start(Installation moltrail) {
    System.out.println("Races over HTTP: seed " + SEED + ", " + ROUNDS + " rounds");
    owner = moltrail.person("Owner").caller();
    editor = moltrail.person("Editor");
  }

  @Test
  void of_many_projects_with_one_code_one_is_created() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, String> form = Map.of("name", "One", "code", "ONE" + round);

      List<Answer> answers = race(n -> owner.post("/v1/projects", form));

      assertThat(count(answers, 201)).isEqualTo(1);
      assertThat(count(answers, 409)).isEqualTo(AT_ONCE - 1);
    }
  }

  @Test
  void of_many_who_add_one_structure_one_adds_it_and_the_others_are_told_which() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String project = Projects.create(owner, "Structure", "STR" + round);

      List<Answer> answers = race(n -> add(owner, project, "CCO"));

      assertThat(count(answers, 201)).isEqualTo(1);
      Set<String> told = new TreeSet<>();
      for (Answer answer : answers) {
        JsonNode body = answer.json();
        told.add((answer.status() == 201 ? body : body.get("existing")).get("id").stringValue());
      }
      assertThat(told).hasSize(1);
    }
  }

  @Test
  void nothing_that_a_member_adds_stands_after_their_removal() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String project = Projects.create(owner, "Removal", "REM" + round);
      Projects.addMember(owner, project, editor.id(), "EDITOR", 1);
      String member = "/v1/projects/" + project + "/members/" + editor.id();

      against(
          project,
          "project.member-removed",
          404,
          () -> owner.call("DELETE", member, null, Map.of("If-Match", "\"2\"")),
          n -> add(editor.caller(), project, Alkanes.smiles(n)));
    }
  }

  @Test
  void nothing_that_is_added_stands_after_the_archiving() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String project = Projects.create(owner, "Archive", "ARC" + round);
      String archive = "/v1/projects/" + project + ":archive";

      against(
          project,
          "project.archived",
          409,
          () -> owner.call("POST", archive, null, Map.of("If-Match", "\"1\"")),
          n -> add(owner, project, Alkanes.smiles(n)));
    }
  }

  /** One request ends what the others do; the history tells in which order all was decided. */
  private static void against(
      String project, String end, int late, Ending ending, IntFunction<Answer> others)
      throws Exception {
    int place = RANDOM.nextInt(AT_ONCE);

    List<Answer> answers = race(n -> n == place ? ending.ask() : others.apply(n));

    Answer ended = answers.get(place).expect(204);
    int added = count(answers, 201);
    assertThat(added + count(answers, late) + 1).isEqualTo(AT_ONCE);
    List<String> actions = new ArrayList<>();
    owner
        .get("/v1/projects/" + project + "/history?limit=100", ended.seen())
        .expect(200)
        .json()
        .get("items")
        .forEach(it -> actions.add(it.get("action").stringValue()));
    assertThat(actions).last().isEqualTo(end);
    assertThat(Collections.frequency(actions, "molecule.added")).isEqualTo(added);
  }

  private static Answer add(HttpCaller caller, String project, String smiles) {
    return caller.post("/v1/projects/" + project + "/molecules", Map.of("smiles", smiles));
  }

  private static int count(List<Answer> answers, int status) {
    return (int) answers.stream().filter(it -> it.status() == status).count();
  }

  private static List<Answer> race(IntFunction<Answer> client) throws Exception {
    CyclicBarrier start = new CyclicBarrier(AT_ONCE);
    try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Answer>> racing =
          IntStream.range(0, AT_ONCE)
              .mapToObj(
                  n ->
                      clients.submit(
                          () -> {
                            start.await();
                            return client.apply(n);
                          }))
              .toList();
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> racer : racing) {
        answers.add(racer.get());
      }
      assertThat(answers).allSatisfy(it -> assertThat(it.status()).isLessThan(500));
      return answers;
    }
  }

  /** A request. */
  private interface Ending {
    Answer ask();
  }
}

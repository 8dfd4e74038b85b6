package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(Shared.class)
class LipophilicityTest {

  /** All of them under -Pfull. */
  private static final int HOW_MANY = Boolean.getBoolean("moltrail.full") ? 4_200 : 1_000;

  /** As many as the machine of the tests has cores at least; each waits for its answers. */
  private static final int WORKERS = 2;

  @Test
  void a_real_set_goes_in_once_and_every_molecule_is_found_by_any_spelling(Installation moltrail)
      throws Exception {
    List<String> smiles = SharedData.lipophilicity().subList(0, HOW_MANY);
    Person chemist = moltrail.person("Chemist");
    String project = Projects.create(chemist.caller(), "Lipophilicity", "LIPO");

    Counts first = send(chemist, project, smiles);
    System.out.println("Lipophilicity, first pass: " + first);
    assertThat(first.total()).isEqualTo(HOW_MANY);
    assertThat(first.rejected()).isEqualTo(first.reasons().size());

    Map<String, String> found = readAll(chemist, project, first.token());
    assertThat(found).hasSize(first.added());
    findAll(chemist, found, first);

    Counts second = send(chemist, project, smiles);
    System.out.println("Lipophilicity, second pass: " + second);
    assertThat(second.added()).isZero();
    assertThat(second.duplicates()).isEqualTo(HOW_MANY - first.rejected());
  }

  private static Counts send(Person chemist, String project, List<String> smiles) {
    Counts counts = new Counts();
    for (int from = 0; from < smiles.size(); from += 100) {
      List<String> rows = smiles.subList(from, Math.min(from + 100, smiles.size()));
      List<Map<String, String>> items = rows.stream().map(it -> Map.of("smiles", it)).toList();
      Answer answer =
          chemist
              .caller()
              .post("/v1/projects/" + project + "/molecules:batch", Map.of("items", items))
              .expect(207);
      counts.add(rows, answer);
    }
    return counts;
  }

  /** Every molecule's canonical SMILES by id, page by page. */
  private static Map<String, String> readAll(Person chemist, String project, String token) {
    Map<String, String> found = new LinkedHashMap<>();
    String path = "/v1/projects/" + project + "/molecules?limit=200";
    String next = path;
    while (next != null) {
      JsonNode page =
          chemist
              .caller()
              .get(next, Map.of("X-Consistency-Token", token, "Prefer", "wait=10"))
              .expect(200)
              .json();
      page.get("items")
          .forEach(it -> found.put(it.get("id").stringValue(), it.get("smiles").stringValue()));
      next = page.get("next").isNull() ? null : path + "&cursor=" + page.get("next").stringValue();
    }
    return found;
  }

  private static void findAll(Person chemist, Map<String, String> canonical, Counts counts)
      throws Exception {
    List<Callable<@Nullable Void>> lookups = new ArrayList<>();
    canonical.forEach((id, smiles) -> lookups.add(() -> find(chemist, smiles, id)));
    counts.idBySpelling().forEach((spelling, id) -> lookups.add(() -> find(chemist, spelling, id)));
    try (ExecutorService workers =
        Executors.newFixedThreadPool(WORKERS, Thread.ofVirtual().factory())) {
      for (Future<@Nullable Void> lookup : workers.invokeAll(lookups)) {
        lookup.get();
      }
    }
    assertThat(new HashSet<>(counts.idBySpelling().values())).isEqualTo(canonical.keySet());
  }

  private static @Nullable Void find(Person chemist, String smiles, String id) {
    assertThat(lookup(chemist, smiles)).contains(id);
    return null;
  }

  private static Set<String> lookup(Person chemist, String smiles) {
    JsonNode answer =
        chemist.caller().post("/v1/molecules/lookup", Map.of("smiles", smiles)).expect(200).json();
    Set<String> ids = new HashSet<>();
    answer.get("items").forEach(it -> ids.add(it.get("id").stringValue()));
    return ids;
  }

  /** What came of one pass over the file. */
  private static final class Counts {
    private int added;
    private int duplicates;
    private int rejected;
    private String token = "";
    private final List<String> reasons = new ArrayList<>();
    private final Map<String, String> idBySpelling = new LinkedHashMap<>();

    void add(List<String> rows, Answer answer) {
      JsonNode json = answer.json();
      added += json.get("added").intValue();
      duplicates += json.get("duplicates").intValue();
      rejected += json.get("rejected").intValue();
      token = answer.response().headers().firstValue("X-Consistency-Token").orElse(token);
      for (JsonNode item : json.get("items")) {
        String spelling = rows.get(item.get("index").intValue());
        if (item.has("id")) {
          idBySpelling.put(spelling, item.get("id").stringValue());
        } else {
          reasons.add(spelling + ": " + item.get("problem").get("detail").stringValue());
        }
      }
    }

    int added() {
      return added;
    }

    int duplicates() {
      return duplicates;
    }

    int rejected() {
      return rejected;
    }

    int total() {
      return added + duplicates + rejected;
    }

    String token() {
      return token;
    }

    List<String> reasons() {
      return reasons;
    }

    Map<String, String> idBySpelling() {
      return idBySpelling;
    }

    @Override
    public String toString() {
      return "added %d + duplicates %d + rejected %d = %d %s"
          .formatted(added, duplicates, rejected, total(), reasons);
    }
  }
}

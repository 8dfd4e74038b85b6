package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import io.moltrail.acceptance.TeamModel.Happened;
import io.moltrail.acceptance.TeamModel.TeamMolecule;
import io.moltrail.acceptance.TeamModel.TeamProject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads everything as each of them, and compares it with the model. */
final class TeamReads {

  private final TeamModel model;
  private final Random random;
  private int reads;

  TeamReads(TeamModel model, Random random) {
    this.model = model;
    this.random = random;
  }

  /** How many answers were compared so far. */
  int count() {
    return reads;
  }

  void all(List<Person> people, Map<String, String> seen) {
    for (Person person : people) {
      projects(person, seen);
      for (TeamProject project : model.projects.values()) {
        if (project.members.containsKey(person.id())) {
          project(person, project, seen);
        } else {
          nothing(person, project, seen);
        }
      }
      lookups(person, seen);
    }
  }

  private void projects(Person person, Map<String, String> seen) {
    Map<String, String> found = new TreeMap<>();
    pages(person, "/v1/projects?", seen)
        .forEach(it -> found.put(text(it, "code"), text(it, "role")));
    Map<String, String> wanted = new TreeMap<>();
    model.visibleTo(person.id()).forEach(it -> wanted.put(it.code, it.members.get(person.id())));
    assertThat(found).as("projects of " + person.email()).isEqualTo(wanted);
  }

  private void project(Person person, TeamProject project, Map<String, String> seen) {
    String path = "/v1/projects/" + project.id;
    JsonNode read = get(person, path, seen);
    assertThat(text(read, "name")).isEqualTo(project.name);
    assertThat(read.get("regulated").booleanValue()).isEqualTo(project.regulated);
    assertThat(read.get("version").longValue()).isEqualTo(project.version);
    assertThat(read.get("memberCount").intValue()).isEqualTo(project.members.size());
    assertThat(read.get("moleculeCount").longValue()).isEqualTo(model.count(project));
    Map<String, String> members = new TreeMap<>();
    pages(person, path + "/members?", seen)
        .forEach(it -> members.put(text(it, "userId"), text(it, "role")));
    assertThat(members).isEqualTo(project.members);
    molecules(person, project, false, seen);
    molecules(person, project, true, seen);
    history(person, project, seen);
  }

  private void molecules(
      Person person, TeamProject project, boolean archived, Map<String, String> seen) {
    List<TeamMolecule> wanted = model.in(project, archived);
    List<JsonNode> found =
        pages(person, "/v1/projects/" + project.id + "/molecules?archived=" + archived + "&", seen);
    assertThat(found)
        .extracting(it -> text(it, "number"))
        .containsExactlyElementsOf(wanted.stream().map(it -> it.number).toList());
    for (int i = 0; i < wanted.size(); i++) {
      same(found.get(i), wanted.get(i));
    }
    if (!wanted.isEmpty()) {
      TeamMolecule one = wanted.get(random.nextInt(wanted.size()));
      same(get(person, "/v1/molecules/" + one.id, seen), one);
    }
  }

  private static void same(JsonNode found, TeamMolecule wanted) {
    Map<String, Object> annotations = new TreeMap<>();
    found
        .get("annotations")
        .properties()
        .forEach(it -> annotations.put(it.getKey(), plain(it.getValue())));
    assertThat(
            List.of(
                text(found, "id"),
                text(found, "projectId"),
                text(found, "number"),
                text(found, "name"),
                text(found, "submitted"),
                annotations,
                found.get("archived").booleanValue(),
                text(found, "createdBy"),
                text(found, "updatedBy"),
                found.get("version").longValue()))
        .isEqualTo(
            List.of(
                wanted.id,
                wanted.project.id,
                wanted.number,
                String.valueOf(wanted.name),
                wanted.spelling,
                wanted.annotations,
                wanted.archived,
                wanted.createdBy,
                wanted.updatedBy,
                wanted.version));
  }

  private static Object plain(JsonNode value) {
    return value.isBoolean()
        ? value.booleanValue()
        : value.isNumber() ? (Object) value.intValue() : value.stringValue();
  }

  private void history(Person person, TeamProject project, Map<String, String> seen) {
    List<Happened> found =
        pages(person, "/v1/projects/" + project.id + "/history?", seen).stream()
            .map(it -> new Happened(text(it.get("actor"), "id"), reason(it)))
            .toList();
    assertThat(found).as("history of " + project.code).isEqualTo(project.history);
  }

  private static String reason(JsonNode item) {
    return item.get("reason").isNull() ? null : text(item, "reason");
  }

  private void nothing(Person person, TeamProject project, Map<String, String> seen) {
    for (String path : List.of("", "/members", "/molecules", "/history")) {
      person.caller().get("/v1/projects/" + project.id + path, seen).expect(404);
      reads++;
    }
    model.in(project, false).stream()
        .limit(1)
        .forEach(it -> person.caller().get("/v1/molecules/" + it.id, seen).expect(404));
  }

  /** A structure is found in every project that the reader may see, and in no other. */
  private void lookups(Person person, Map<String, String> seen) {
    List<TeamMolecule> all = new ArrayList<>(model.molecules.values());
    for (int i = 0; i < 5 && !all.isEmpty(); i++) {
      TeamMolecule one = all.get(random.nextInt(all.size()));
      Answer answer =
          person
              .caller()
              .call("POST", "/v1/molecules/lookup", Map.of("smiles", one.spelling), seen)
              .expect(200);
      reads++;
      assertThat(answer.json().get("items"))
          .extracting(it -> text(it, "id"))
          .containsExactlyInAnyOrderElementsOf(
              all.stream()
                  .filter(it -> it.spelling.equals(one.spelling))
                  .filter(it -> it.project.members.containsKey(person.id()))
                  .map(it -> it.id)
                  .toList());
    }
  }

  private List<JsonNode> pages(Person person, String path, Map<String, String> seen) {
    List<JsonNode> items = new ArrayList<>();
    Map<String, String> counted = new HashMap<>(seen);
    counted.merge("Prefer", "return=total-count", (one, other) -> one + ", " + other);
    JsonNode page = get(person, path + "limit=100", counted);
    page.get("items").forEach(items::add);
    long total = page.get("total").longValue();
    while (!page.get("next").isNull()) {
      page = get(person, path + "limit=100&cursor=" + text(page, "next"), seen);
      page.get("items").forEach(items::add);
    }
    assertThat(items).hasSize((int) total);
    return items;
  }

  private JsonNode get(Person person, String path, Map<String, String> seen) {
    reads++;
    return person.caller().get(path, seen).expect(200).json();
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).stringValue();
  }
}

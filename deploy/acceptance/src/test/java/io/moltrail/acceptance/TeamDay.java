package io.moltrail.acceptance;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import io.moltrail.acceptance.TeamModel.Happened;
import io.moltrail.acceptance.TeamModel.TeamMolecule;
import io.moltrail.acceptance.TeamModel.TeamProject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a team does: each is sent, must be taken, and is noted in the model. */
final class TeamDay {

  private final TeamModel model;
  private Map<String, String> seen = Map.of();

  TeamDay(TeamModel model) {
    this.model = model;
  }

  /** For readers who must see all that happened so far. */
  Map<String, String> seen() {
    return seen;
  }

  TeamProject found(Person owner, String code, String name, boolean regulated) {
    String why = regulated ? "a new study" : null;
    Map<String, Object> form = Map.of("name", name, "code", code, "regulated", regulated);
    Answer answer = send(owner, "POST", "/v1/projects", form, headers(why)).expect(201);
    TeamProject project = new TeamProject(id(answer), code, name, regulated, owner.id());
    project.history.add(new Happened(owner.id(), why));
    model.projects.put(project.id, project);
    return project;
  }

  void describe(Person by, TeamProject project, String name, String description) {
    Map<String, String> form = Map.of("name", name, "description", description);
    change(by, project, "PATCH", "", form, "the goal is clearer now", 200, 2);
    project.name = name;
    project.description = description;
  }

  void addMember(Person by, TeamProject project, Person member, String role) {
    change(by, project, "PUT", "/members/" + member.id(), Map.of("role", role), "joins", 200, 1);
    project.members.put(member.id(), role);
  }

  void remove(Person by, TeamProject project, Person member) {
    change(by, project, "DELETE", "/members/" + member.id(), null, "moves on", 204, 1);
    project.members.remove(member.id());
  }

  void transfer(Person by, TeamProject project, Person to) {
    Map<String, String> form = Map.of("userId", to.id());
    change(by, project, "POST", ":transfer", form, "changes hands", 204, 1);
    project.members.put(by.id(), "EDITOR");
    project.members.put(to.id(), "OWNER");
  }

  void invite(Person by, TeamProject project, Person invitee, String role, Mailbox mailbox) {
    String path = "/v1/projects/" + project.id + "/invitations";
    Map<String, String> form = Map.of("email", invitee.email(), "role", role);
    send(by, "POST", path, form, headers("we need help")).expect(202);
    happened(project, by, "we need help", 1);
    String token = mailbox.tokenFor(invitee.email());
    send(invitee, "POST", "/v1/invitations:accept", Map.of("token", token), headers("glad to"))
        .expect(204);
    happened(project, invitee, "glad to", 2); // accepted, and a member
    project.members.put(invitee.id(), role);
  }

  /**
   * Molecules numbered from {@code first}; those whose structure is there already change nothing.
   */
  void add(Person by, TeamProject project, List<Integer> which) {
    String why = "bought from a vendor";
    List<Map<String, Object>> rows =
        which.stream().map(it -> row(Alkanes.smiles(it), "Sample " + it, it)).toList();
    Answer answer =
        send(
                by,
                "POST",
                "/v1/projects/" + project.id + "/molecules:batch",
                Map.of("items", rows),
                headers(why))
            .expect(207);
    JsonNode items = answer.json().get("items");
    IntStream.range(0, rows.size())
        .filter(it -> items.get(it).get("status").intValue() == 201)
        .forEach(it -> noted(by, project, items.get(it), rows.get(it), why));
  }

  private void noted(
      Person by, TeamProject project, JsonNode item, Map<String, Object> row, String why) {
    TeamMolecule molecule =
        new TeamMolecule(
            item.get("id").stringValue(),
            project,
            item.get("number").stringValue(),
            row.get("smiles").toString(),
            by.id());
    molecule.name = row.get("name").toString();
    ((Map<?, ?>) row.get("annotations"))
        .forEach((key, value) -> molecule.annotations.put(key.toString(), value));
    model.molecules.put(molecule.id, molecule);
    project.history.add(new Happened(by.id(), why));
  }

  private static Map<String, Object> row(String smiles, String name, int number) {
    return Map.of(
        "smiles",
        smiles,
        "name",
        name,
        "annotations",
        Map.of("shelf", "R" + number % 7, "purity", 90 + number % 10, "checked", number % 2 == 0));
  }

  void rename(Person by, TeamMolecule molecule, String name) {
    change(by, molecule, "PATCH", "", Map.of("name", name), "a better name", 200, 1);
    molecule.name = name;
  }

  /** One value is set and one is taken away: two events, or one. */
  void annotate(Person by, TeamMolecule molecule, String key, Object value) {
    Map<String, Object> annotations = new HashMap<>();
    annotations.put(key, value);
    change(by, molecule, "PATCH", "", Map.of("annotations", annotations), "measured again", 200, 1);
    molecule.annotations.put(key, value);
  }

  void forget(Person by, TeamMolecule molecule, String key) {
    Map<String, Object> annotations = new HashMap<>();
    annotations.put(key, null);
    change(by, molecule, "PATCH", "", Map.of("annotations", annotations), "was wrong", 200, 1);
    molecule.annotations.remove(key);
  }

  void revise(Person by, TeamMolecule molecule, String spelling) {
    String why = "NMR says otherwise";
    Answer answer =
        send(
                by,
                "POST",
                "/v1/molecules/" + molecule.id + "/revisions",
                Map.of("smiles", spelling, "reason", why),
                match(molecule.version, null))
            .expect(201);
    molecule.spelling = spelling;
    changed(by, molecule, why, 1);
    require(molecule.version, answer);
  }

  void archive(Person by, TeamMolecule molecule) {
    change(by, molecule, "POST", ":archive", null, "used up", 204, 1);
    molecule.archived = true;
  }

  void restore(Person by, TeamMolecule molecule) {
    change(by, molecule, "POST", ":restore", null, "found some more", 204, 1);
    molecule.archived = false;
  }

  void move(Person by, TeamMolecule molecule, TeamProject to) {
    TeamProject from = molecule.project;
    change(by, molecule, "POST", ":move", Map.of("projectId", to.id), "belongs there", 204, 1);
    to.history.add(new Happened(by.id(), "belongs there"));
    molecule.project = to;
    molecule.number =
        by.caller()
            .get("/v1/molecules/" + molecule.id, seen)
            .expect(200)
            .json()
            .get("number")
            .stringValue();
    if (!molecule.number.startsWith(to.code + "-")) {
      throw new AssertionError(molecule.number + " came from " + from.code + " to " + to.code);
    }
  }

  private void change(
      Person by,
      TeamProject project,
      String method,
      String path,
      @Nullable Object body,
      String why,
      int status,
      int events) {
    Answer answer =
        send(by, method, "/v1/projects/" + project.id + path, body, match(project.version, why))
            .expect(status);
    happened(project, by, why, events);
    require(project.version, answer);
  }

  private void change(
      Person by,
      TeamMolecule molecule,
      String method,
      String path,
      @Nullable Object body,
      String why,
      int status,
      int events) {
    Answer answer =
        send(by, method, "/v1/molecules/" + molecule.id + path, body, match(molecule.version, why))
            .expect(status);
    changed(by, molecule, why, events);
    require(molecule.version, answer);
  }

  private static void happened(TeamProject project, Person by, String why, int events) {
    project.version += events;
    IntStream.range(0, events).forEach(it -> project.history.add(new Happened(by.id(), why)));
  }

  private static void changed(Person by, TeamMolecule molecule, String why, int events) {
    molecule.version += events;
    molecule.updatedBy = by.id();
    IntStream.range(0, events)
        .forEach(it -> molecule.project.history.add(new Happened(by.id(), why)));
  }

  private static void require(long version, Answer answer) {
    if (!answer.header("ETag").equals("\"" + version + "\"")) {
      throw new AssertionError("version " + answer.header("ETag") + ", not " + version);
    }
  }

  private Answer send(
      Person by, String method, String path, @Nullable Object body, Map<String, String> headers) {
    Answer answer = by.caller().call(method, path, body, headers);
    if (answer.response().headers().firstValue("X-Consistency-Token").isPresent()) {
      seen = answer.seen();
    }
    return answer;
  }

  private static Map<String, String> match(long version, @Nullable String why) {
    Map<String, String> headers = headers(why);
    headers.put("If-Match", "\"" + version + "\"");
    return headers;
  }

  private static Map<String, String> headers(@Nullable String why) {
    Map<String, String> headers = new HashMap<>();
    Optional.ofNullable(why)
        .map(it -> URLEncoder.encode(it, StandardCharsets.UTF_8).replace("+", "%20"))
        .ifPresent(it -> headers.put("X-Change-Reason", it));
    return headers;
  }

  private static String id(Answer created) {
    return created.json().get("id").stringValue();
  }
}

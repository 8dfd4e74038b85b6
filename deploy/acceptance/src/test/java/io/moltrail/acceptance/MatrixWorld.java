package io.moltrail.acceptance;

import io.moltrail.acceptance.HttpCaller.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A project with a molecule in it, brought into a state, as its owner knows it. */
final class MatrixWorld {

  static final String NOWHERE = "0196f7a2-3c5e-7c41-9d0a-5b8f2e1c7a90";

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Map<String, String> WHY = Map.of("X-Change-Reason", "the%20matrix");

  private final HttpCaller owner;
  private final String project;
  private final String molecule;
  private String projectVersion;
  private String moleculeVersion;
  private Answer last;

  private MatrixWorld(MatrixCast cast, MatrixState state) {
    owner = cast.caller(MatrixActor.OWNER);
    last =
        send(
            "POST",
            "/v1/projects",
            Map.of(
                "name",
                "Matrix",
                "code",
                "M" + COUNT.incrementAndGet(),
                "regulated",
                state == MatrixState.REGULATED),
            Map.of());
    project = id(last);
    projectVersion = last.header("ETag");
    change("PUT", "/members/" + cast.id(MatrixActor.VIEWER), Map.of("role", "VIEWER"));
    change("PUT", "/members/" + cast.id(MatrixActor.EDITOR), Map.of("role", "EDITOR"));
    change("PUT", "/members/" + cast.guest(), Map.of("role", "VIEWER"));
    change("PUT", "/members/" + cast.id(MatrixActor.REMOVED), Map.of("role", "EDITOR"));
    change("DELETE", "/members/" + cast.id(MatrixActor.REMOVED), null);
    Answer added =
        send("POST", "/v1/projects/" + project + "/molecules", Map.of("smiles", "CCO"), Map.of());
    molecule = id(added);
    moleculeVersion = added.header("ETag");
    last = added;
  }

  static MatrixWorld in(MatrixCast cast, MatrixState state) {
    MatrixWorld world = new MatrixWorld(cast, state);
    switch (state) {
      case PROJECT_ARCHIVED -> world.change("POST", ":archive", null);
      case MOLECULE_ARCHIVED -> world.archiveMolecule();
      default -> {
        // as it was made
      }
    }
    return world;
  }

  String project() {
    return project;
  }

  String molecule() {
    return molecule;
  }

  /** As an entity tag. */
  String projectVersion() {
    return projectVersion;
  }

  /** As an entity tag. */
  String moleculeVersion() {
    return moleculeVersion;
  }

  /** For readers who must see all of it. */
  Map<String, String> seen() {
    return last.seen();
  }

  /** All of it that its owner can read; two that are equal mean that nothing happened. */
  List<String> content() {
    return List.of(
        read("/v1/projects/" + project),
        read("/v1/projects/" + project + "/members"),
        read("/v1/projects/" + project + "/history?limit=200"),
        read("/v1/projects/" + project + "/molecules"),
        read("/v1/projects/" + project + "/invitations"),
        read("/v1/molecules/" + molecule));
  }

  private String read(String path) {
    return owner.get(path, seen()).expect(200).body();
  }

  private void change(String method, String path, @Nullable Object body) {
    last = send(method, "/v1/projects/" + project + path, body, match(projectVersion));
    projectVersion = last.header("ETag");
  }

  private void archiveMolecule() {
    String path = "/v1/molecules/" + molecule + ":archive";
    last = send("POST", path, null, match(moleculeVersion));
    moleculeVersion = last.header("ETag");
  }

  private static Map<String, String> match(String version) {
    return Map.of("If-Match", version);
  }

  private Answer send(
      String method, String path, @Nullable Object body, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(WHY);
    Answer answer = owner.call(method, path, body, all);
    return answer.status() < 300 ? answer : answer.expect(200);
  }

  private static String id(Answer created) {
    return created.json().get("id").stringValue();
  }
}

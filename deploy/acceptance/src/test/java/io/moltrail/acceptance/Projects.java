package io.moltrail.acceptance;

import java.util.Map;

/** What most tests do first. */
final class Projects {

  private Projects() {}

  static String create(HttpCaller owner, String name, String code) {
    return owner
        .post("/v1/projects", Map.of("name", name, "code", code))
        .expect(201)
        .json()
        .get("id")
        .stringValue();
  }

  /** Every change in it needs a reason. */
  static String createRegulated(HttpCaller owner, String name, String code) {
    return owner
        .call(
            "POST",
            "/v1/projects",
            Map.of("name", name, "code", code, "regulated", true),
            Map.of("X-Change-Reason", "study"))
        .expect(201)
        .json()
        .get("id")
        .stringValue();
  }

  static String addMolecule(HttpCaller editor, String project, String smiles) {
    return editor
        .post("/v1/projects/" + project + "/molecules", Map.of("smiles", smiles))
        .expect(201)
        .json()
        .get("id")
        .stringValue();
  }

  static HttpCaller.Answer addMember(
      HttpCaller owner, String project, String user, String role, long version) {
    return owner
        .call(
            "PUT",
            "/v1/projects/" + project + "/members/" + user,
            Map.of("role", role),
            Map.of("If-Match", "\"" + version + "\""))
        .expect(200);
  }
}

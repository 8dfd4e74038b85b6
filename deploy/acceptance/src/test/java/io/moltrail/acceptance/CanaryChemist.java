package io.moltrail.acceptance;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.canary.Marks;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the owner of a project does in it, with a mark in every field that could hold one. */
final class CanaryChemist {

  private static final String SPELLING = "BrCCC(Cl)(F)CCCCCCCC(I)CCSCCCO";

  private final HttpCaller owner;
  private final String member;
  private final HttpCaller reader;
  private final Marks marks;
  private final List<Answer> errors;
  private final CanaryInvitations invitations;

  CanaryChemist(
      HttpCaller owner,
      String member,
      CanaryInvitations invitations,
      URI querySide,
      Marks marks,
      List<Answer> errors) {
    this.owner = owner;
    this.invitations = invitations;
    this.member = member;
    this.reader = owner.at(querySide);
    this.marks = marks;
    this.errors = errors;
  }

  void work() {
    String project = project();
    members(project);
    describe(project);
    String molecule = molecule(project);
    rename(molecule);
    revise(molecule);
    annotate(molecule);
    putAside(molecule);
    Answer last = move(molecule);
    batch(project);
    refused(project, molecule);
    close(project);
    read(project, molecule, last.seen());
  }

  private String project() {
    Map<String, Object> form =
        Map.of(
            "name",
            marks.add("project name", "Canaryproject q4mz"),
            "code",
            "CNRY",
            "description",
            marks.add("description", "Canarydescription\nwith \"quotes\" and /slashes/ x8tk"),
            "regulated",
            true);
    String project =
        because(
                "reason of the project",
                "Canaryproject's reason z7vk",
                "POST",
                "/v1/projects",
                form)
            .expect(201)
            .json()
            .get("id")
            .stringValue();
    errors.add(
        owner.call("POST", "/v1/projects", form, Map.of("X-Change-Reason", "again")).expect(409));
    return project;
  }

  private void members(String project) {
    String path = "/v1/projects/" + project + "/members/" + member;
    because("reason to add a member", "Canarymember's reason k8wq", "PUT", path, role("VIEWER"), 1)
        .expect(200);
    because("reason to change a role", "Canaryrole's reason m2xz", "PUT", path, role("EDITOR"), 2)
        .expect(200);
  }

  private void describe(String project) {
    Map<String, Object> form =
        Map.of(
            "name",
            marks.add("new project name", "Canaryproject anew k6tz"),
            "description",
            marks.add("new description", "Canarydescription anew v9wq"));
    String path = "/v1/projects/" + project;
    because("reason to describe", "Canarydescribe's reason q3xm", "PATCH", path, form, 3)
        .expect(200);
  }

  private static Map<String, String> role(String role) {
    return Map.of("role", role);
  }

  private String molecule(String project) {
    return owner
        .post(
            molecules(project),
            Map.of(
                "smiles",
                marks.add("spelling", SPELLING),
                "name",
                marks.add("molecule name", "Kanarienmolekül w3qz"),
                "annotations",
                Map.of(
                    marks.add("annotation key", "Canarykey t5vm"),
                    marks.add("annotation", "Canaryannotation k9xw"),
                    "amount",
                    new BigDecimal(marks.add("annotated number", "73918.2046157"))),
                "reason",
                marks.add("reason of the molecule", "Canarymolecule's reason v6zt")))
        .expect(201)
        .json()
        .get("id")
        .stringValue();
  }

  private void rename(String molecule) {
    Map<String, Object> form = Map.of("name", marks.add("new name", "Canaryrenamed j4kq"));
    String path = "/v1/molecules/" + molecule;
    because("reason to rename", "Kanarienbegründung h8mw", "PATCH", path, form, 1).expect(200);
  }

  private void revise(String molecule) {
    Map<String, Object> form =
        Map.of(
            "smiles",
            marks.add("revised spelling", "BrCCC(Cl)(F)CCCCCCCC(I)CCSCCSCCCO"),
            "reason",
            marks.add("reason to revise", "Canaryrevision's reason w8xq"));
    String path = "/v1/molecules/" + molecule + "/revisions";
    owner.call("POST", path, form, Map.of("If-Match", "\"2\"")).expect(201);
  }

  /** And takes one annotation back. */
  private void annotate(String molecule) {
    String path = "/v1/molecules/" + molecule;
    String key = marks.add("new annotation key", "Canaryremark w8vz");
    Map<String, Object> values =
        Map.of(
            key,
            marks.add("annotation to go", "Canarypassing q7tk"),
            "appearance",
            marks.add("new annotation", "Kanariengelb m4xw"),
            "melts at",
            new BigDecimal(marks.add("new annotated number", "48260.1937305")));
    Map<String, Object> form = Map.of("annotations", values);
    because("reason to annotate", "Canaryremark's reason v2qk", "PATCH", path, form, 3).expect(200);
    Map<String, Object> gone = Map.of("annotations", Collections.singletonMap(key, null));
    because("reason to take back", "Canarytaken back z6wm", "PATCH", path, gone, 4).expect(200);
  }

  /** And takes it out again. */
  private void putAside(String molecule) {
    String path = "/v1/molecules/" + molecule;
    because("reason to put aside", "Canaryaside's reason t9wk", "POST", path + ":archive", null, 5)
        .expect(204);
    because("reason to take out", "Canaryout's reason q8vz", "POST", path + ":restore", null, 6)
        .expect(204);
  }

  private Answer move(String molecule) {
    Map<String, String> project =
        Map.of("name", marks.add("other project name", "Canaryelsewhere w5kt"), "code", "CNRY2");
    Map<String, String> form =
        Map.of(
            "projectId",
            owner.post("/v1/projects", project).expect(201).json().get("id").stringValue());
    String path = "/v1/molecules/" + molecule + ":move";
    return because("reason to move", "Canarymove's reason x7mq", "POST", path, form, 7).expect(204);
  }

  private void batch(String project) {
    List<Map<String, String>> rows =
        List.of(
            Map.of(
                "smiles",
                marks.add("salt", "[Na+].[O-]C(=O)CCCCCC(F)(Cl)CCSCCCBr"),
                "name",
                marks.add("name in a batch", "Canaryrow m7tx"),
                "reason",
                marks.add("reason of a row", "Canaryrow's reason q5wz")),
            Map.of("smiles", marks.add("row without a reason", "OCCCSCCC(I)CCCCC(F)CCCCl")),
            Map.of("smiles", marks.add("row that is none", "OCCCSCCC(I)CCCCC(F)CCCCl(C)C")));
    because(
            "reason of a batch",
            "Canarybatch's reason x2vk",
            "POST",
            molecules(project) + ":batch",
            Map.of("items", rows))
        .expect(207);
  }

  /** The member goes and is invited back, the project is put away and out again, and is theirs. */
  private void close(String project) {
    String path = "/v1/projects/" + project;
    String gone = path + "/members/" + member;
    because("reason to remove", "Canaryremoval's reason w4tz", "DELETE", gone, null, 5).expect(204);
    invitations.work(project);
    because("reason to archive", "Canaryarchive's reason m9kx", "POST", path + ":archive", null, 12)
        .expect(204);
    because("reason to restore", "Canaryrestore's reason z3vq", "POST", path + ":restore", null, 13)
        .expect(204);
    Map<String, String> heir = Map.of("userId", member);
    because(
            "reason to transfer",
            "Canarytransfer's reason b5xq",
            "POST",
            path + ":transfer",
            heir,
            14)
        .expect(204);
  }

  /** Values that never come into an event at all. */
  private void refused(String project, String molecule) {
    String name = marks.add("refused name", "Canaryrefused\u0007 name z9wt");
    String structure = marks.add("refused structure", "OCCCSCCC(I)CCCCC(F)CCBr(");
    String reason = marks.add("refused reason", "Canaryrefused reason " + "k4".repeat(300));
    errors.add(owner.post(molecules(project), Map.of("smiles", "CCO", "name", name)).expect(422));
    errors.add(
        owner
            .call(
                "POST",
                molecules(project),
                Map.of("smiles", structure),
                Map.of("X-Change-Reason", "a test"))
            .expect(422));
    errors.add(
        owner.post(molecules(project), Map.of("smiles", "CCO", "reason", reason)).expect(422));
    List<String> none = List.of(marks.add("refused annotation", "Canaryrefused remark t5kz"));
    errors.add(
        owner
            .call(
                "PATCH",
                "/v1/molecules/" + molecule,
                Map.of("annotations", Map.of("appearance", none)),
                reason("reason of what is refused", "Canaryrefused's reason x8qm"))
            .expect(422));
    errors.add(
        owner
            .call(
                "PATCH",
                "/v1/molecules/" + molecule,
                Map.of("name", marks.add("name without a version", "Canaryunversioned v3mq")),
                Map.of())
            .expect(428));
  }

  private void read(String project, String molecule, Map<String, String> seen) {
    String spelling = URLEncoder.encode(SPELLING, StandardCharsets.UTF_8);
    reader.get("/v1/projects/" + project + "/history", seen).expect(200);
    reader.get("/v1/molecules/" + molecule, seen).expect(200);
    reader.get("/v1/molecules/lookup?smiles=" + spelling).expect(200);
    errors.add(reader.get("/v1/molecules/lookup?smiles=" + spelling + "(").expect(422));
    errors.add(
        reader
            .get("/v1/molecules/lookup?inchiKey=AAAAAAAAAAAAAA-AAAAAAAAAA-N&smiles=" + spelling)
            .expect(422));
  }

  private static String molecules(String project) {
    return "/v1/projects/" + project + "/molecules";
  }

  private Answer because(String mark, String reason, String method, String path, Object body) {
    return owner.call(method, path, body, reason(mark, reason));
  }

  private Answer because(
      String mark, String reason, String method, String path, @Nullable Object body, long version) {
    Map<String, String> headers = reason(mark, reason);
    return owner.call(
        method,
        path,
        body,
        Map.of(
            "If-Match", "\"" + version + "\"", "X-Change-Reason", headers.get("X-Change-Reason")));
  }

  private Map<String, String> reason(String mark, String reason) {
    String encoded = URLEncoder.encode(marks.add(mark, reason), StandardCharsets.UTF_8);
    return Map.of("X-Change-Reason", encoded.replace("+", "%20"));
  }
}

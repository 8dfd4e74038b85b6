package io.moltrail.acceptance;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.canary.Marks;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Every kind of write and of mistake that this version knows, over HTTP, with a mark in every field
 * that could hold one.
 */
final class CanaryLife {

  private static final String PASSWORD = "Canarypassword of good length";
  private static final String MEMBER = "canarymemberx4k@canarymember.example";
  private static final String MEMBERS_PASSWORD = "Canarymembers good password";

  private final TwoProcesses moltrail;
  private final HttpCaller anonymous;
  private final Marks marks = new Marks();
  private final List<Answer> errors = new ArrayList<>();

  CanaryLife(TwoProcesses moltrail) {
    this.moltrail = moltrail;
    this.anonymous = moltrail.anonymous();
  }

  Marks marks() {
    return marks;
  }

  /** What was refused, and must not tell more than was sent. */
  List<Answer> errors() {
    return errors;
  }

  void live() {
    HttpCaller owner = owner();
    rename(owner);
    move(owner);
    String member = member();
    suspend(member);
    promote(member);
    CanaryInvitations invitations =
        new CanaryInvitations(
            owner, anonymous.login(MEMBER, MEMBERS_PASSWORD), MEMBER, moltrail, marks, errors);
    new CanaryChemist(owner, member, invitations, moltrail.querySide().address(), marks, errors)
        .work();
    refusedAtTheDoor();
    owner.post("/v1/auth/logout", Map.of()).expect(204);
  }

  /** Somebody who registers, mistakes the password and logs in. */
  private HttpCaller owner() {
    String email = marks.add("e-mail", "canarymailq8zt@canaryowner.example");
    String password = marks.add("password", PASSWORD);
    Map<String, Object> form =
        Map.of(
            "email",
            email,
            "password",
            password,
            "displayName",
            marks.add("display name", "Kanarienmüller k3vq"));
    anonymous.post("/v1/auth/register", form).expect(202);
    String token = marks.add("mailed token", moltrail.mailbox().tokenFor(email));
    errors.add(login(email, password).expect(401));
    anonymous.post("/v1/auth/verify-email", Map.of("token", token)).expect(204);
    errors.add(anonymous.post("/v1/auth/verify-email", Map.of("token", token)));
    anonymous.post("/v1/auth/register", form).expect(202); // a mail to say that one exists
    errors.add(login(email, marks.add("wrong password", "Canarymistake of good length")));
    Answer login = login(email, password).expect(200);
    marks.add("device token", login.header("X-Device-Token"));
    return refreshed(login.json());
  }

  private void rename(HttpCaller owner) {
    owner
        .call(
            "PATCH",
            "/v1/me",
            Map.of("displayName", marks.add("new display name", "Kanarienschulze j7xw")),
            decided(2, marks.add("reason of a new display name", "Canaryschulze's reason t4qz")))
        .expect(200);
    String unversioned = marks.add("display name without a version", "Canaryunversioned w5vk");
    errors.add(
        owner.call("PATCH", "/v1/me", Map.of("displayName", unversioned), Map.of()).expect(428));
    String refused = marks.add("refused display name", "Canaryrefused\u0007 person q9mt");
    errors.add(owner.call("PATCH", "/v1/me", Map.of("displayName", refused), Map.of()).expect(422));
  }

  /** To another address, and once more to one that is never confirmed. */
  private void move(HttpCaller owner) {
    String email = marks.add("new e-mail", "canarymovedv6xk@canaryowner.example");
    errors.add(
        wish(owner, email, marks.add("mistaken password", "Canarymistaken of good length"))
            .expect(422));
    wish(owner, email, PASSWORD).expect(202);
    String token = marks.add("token of a new e-mail", moltrail.mailbox().tokenFor(email));
    owner.post("/v1/me/email-change:confirm", Map.of("token", token)).expect(204);
    errors.add(owner.post("/v1/me/email-change:confirm", Map.of("token", token)).expect(422));
    String never = marks.add("wanted e-mail", "canarywantedz3tq@canaryowner.example");
    wish(owner, never, PASSWORD).expect(202);
    marks.add("token of a wanted e-mail", moltrail.mailbox().tokenFor(never));
    String refused = marks.add("refused e-mail", "Canary refused e-mail h8wv");
    errors.add(wish(owner, refused, PASSWORD).expect(422));
  }

  private static Answer wish(HttpCaller owner, String email, String password) {
    return owner.post("/v1/me/email-change", Map.of("newEmail", email, "password", password));
  }

  private void suspend(String member) {
    HttpCaller administrator = moltrail.administrator();
    String path = "/v1/admin/users/" + member;
    String why = marks.add("reason to suspend", "Canarysuspension's reason k6zw");
    administrator.call("POST", path + ":suspend", null, decided(2, why)).expect(204);
    String mended = marks.add("reason to reinstate", "Canaryreinstatement's reason v8qx");
    administrator.call("POST", path + ":reinstate", null, decided(3, mended)).expect(204);
  }

  /** And demotes again, ends all sessions, and mistypes. */
  private void promote(String member) {
    HttpCaller administrator = moltrail.administrator();
    String path = "/v1/admin/users/" + member;
    Map<String, Object> more = Map.of("tier", "PRO", "roles", List.of("USER", "AUDITOR"));
    String why = marks.add("reason to promote", "Canarypromotion's reason w8kz");
    administrator.call("PATCH", path, more, decided(4, why)).expect(200);
    Map<String, Object> less = Map.of("roles", List.of("USER"));
    String demoted = marks.add("reason to demote", "Canarydemotion's reason x5vt");
    administrator.call("PATCH", path, less, decided(6, demoted)).expect(200);
    String ended = marks.add("reason to end sessions", "Canarysession's reason z6qk");
    administrator.call("POST", path + ":terminate-sessions", null, decided(7, ended)).expect(204);
    Map<String, Object> none = Map.of("tier", marks.add("no tier", "Canarytier j7wv"));
    errors.add(administrator.call("PATCH", path, none, Map.of()).expect(422));
    String searched = marks.add("search for a user", "Canarysearch" + "q9zt".repeat(30));
    errors.add(
        administrator
            .at(moltrail.querySide().address())
            .get("/v1/admin/users?q=" + searched)
            .expect(422));
  }

  private static Map<String, String> decided(long version, String reason) {
    return Map.of(
        "If-Match",
        "\"" + version + "\"",
        "X-Change-Reason",
        URLEncoder.encode(reason, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  private HttpCaller refreshed(JsonNode session) {
    JsonNode next =
        anonymous
            .post(
                "/v1/auth/refresh",
                Map.of("refreshToken", session.get("refreshToken").stringValue()))
            .expect(200)
            .json();
    tokens("first", session);
    tokens("next", next);
    return anonymous.with(next.get("accessToken").stringValue());
  }

  private void tokens(String which, JsonNode session) {
    String access = session.get("accessToken").stringValue();
    marks.add(which + " access token", access);
    marks.add(which + " signature", access.substring(access.lastIndexOf('.') + 1));
    marks.add(which + " refresh token", session.get("refreshToken").stringValue());
  }

  /** Somebody whom the administrator lets in. */
  private String member() {
    marks.add("administrator's e-mail", Installation.ADMINISTRATOR);
    marks.add("administrator's password", Installation.PASSWORD);
    return moltrail
        .administrator()
        .post(
            "/v1/admin/users",
            Map.of(
                "email", marks.add("member's e-mail", MEMBER),
                "displayName", marks.add("member's display name", "Canarymember w7zq"),
                "password", marks.add("member's password", MEMBERS_PASSWORD),
                "tier", "FREE",
                "roles", List.of("USER")))
        .expect(201)
        .json()
        .get("id")
        .stringValue();
  }

  /** Those who never come in, and those who are nobody. */
  private void refusedAtTheDoor() {
    String abandoned = marks.add("abandoned e-mail", "canaryabandonedm5v@canary.example");
    Map<String, Object> form =
        Map.of(
            "email",
            abandoned,
            "password",
            marks.add("abandoned password", "Canaryabandoned of good length"),
            "displayName",
            marks.add("abandoned display name", "Canaryabandoned z2kw"));
    anonymous.post("/v1/auth/register", form).expect(202);
    marks.add("abandoned token", moltrail.mailbox().tokenFor(abandoned));
    errors.add(
        login(
                marks.add("unknown e-mail", "canaryunknownt8z@canary.example"),
                marks.add("unknown password", "Canaryunknown of good length"))
            .expect(401));
    errors.add(
        login(marks.add("no e-mail", "Canaryno address r6wk"), "Canarypassword").expect(401));
    errors.add(
        anonymous
            .post("/v1/auth/refresh", Map.of("refreshToken", marks.add("no token", "Canaryh3vz")))
            .expect(401));
    errors.add(anonymous.with(marks.add("no access token", "Canaryj9qm")).get("/v1/me"));
    errors.add(
        anonymous.get("/v1/me", Map.of("User-Agent", marks.add("user agent", "Canaryagent v5tw"))));
  }

  private Answer login(String email, String password) {
    return anonymous.post("/v1/auth/login", Map.of("email", email, "password", password));
  }
}

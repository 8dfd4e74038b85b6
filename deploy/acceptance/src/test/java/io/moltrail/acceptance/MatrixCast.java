package io.moltrail.acceptance;

import io.moltrail.acceptance.HttpCaller.Answer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Everybody who calls, and some of whom it is told. */
final class MatrixCast {

  private final Installation moltrail;
  private final Map<MatrixActor, Somebody> actors = new EnumMap<>(MatrixActor.class);
  private final String guest;
  private final String outsider;

  MatrixCast(Installation moltrail) {
    this.moltrail = moltrail;
    this.guest = newUser("USER").json().get("id").stringValue();
    this.outsider = newUser("USER").json().get("id").stringValue();
    Somebody nobody = new Somebody("", moltrail.anonymous());
    actors.put(MatrixActor.ANONYMOUS, nobody);
    actors.put(MatrixActor.UNVERIFIED, new Somebody("", unverified()));
    actors.put(MatrixActor.ADMIN, new Somebody("", moltrail.administrator()));
    for (MatrixActor actor : MatrixActor.values()) {
      if (!actors.containsKey(actor)) {
        actors.put(actor, somebody(actor));
      }
    }
    suspend(actors.get(MatrixActor.SUSPENDED).id());
  }

  HttpCaller caller(MatrixActor actor) {
    return actors.get(actor).caller();
  }

  String id(MatrixActor actor) {
    return actors.get(actor).id();
  }

  /** Of a member about whom others decide. */
  String guest() {
    return guest;
  }

  /** Of a user who could become a member. */
  String outsider() {
    return outsider;
  }

  /** The users about whom it is told, as administrators see them. */
  List<String> bystanders() {
    return Stream.of(guest, outsider)
        .map(it -> moltrail.administrator().get("/v1/admin/users/" + it).expect(200).body())
        .toList();
  }

  /** Somebody new about whom administrators decide. */
  Answer newUser(String... roles) {
    return moltrail
        .administrator()
        .post(
            "/v1/admin/users",
            Map.of(
                "email",
                UUID.randomUUID() + "@moltrail.example",
                "displayName",
                "Somebody",
                "password",
                Installation.PASSWORD,
                "tier",
                "ENTERPRISE",
                "roles",
                List.of(roles)))
        .expect(201);
  }

  private Somebody somebody(MatrixActor actor) {
    String[] roles =
        switch (actor) {
          case AUDITOR, OPERATOR, DPO -> new String[] {"USER", actor.name()};
          default -> new String[] {"USER"};
        };
    var user = newUser(roles).json();
    return new Somebody(
        user.get("id").stringValue(),
        moltrail.anonymous().login(user.get("email").stringValue(), Installation.PASSWORD));
  }

  /** Registered, and never confirmed: there is no way to an access token. */
  private HttpCaller unverified() {
    HttpCaller anonymous = moltrail.anonymous();
    String email = UUID.randomUUID() + "@moltrail.example";
    Map<String, Object> form =
        Map.of("email", email, "password", Installation.PASSWORD, "displayName", "Unverified");
    anonymous.post("/v1/auth/register", form).expect(202);
    anonymous
        .post("/v1/auth/login", Map.of("email", email, "password", Installation.PASSWORD))
        .expect(401);
    return anonymous;
  }

  private void suspend(String user) {
    moltrail
        .administrator()
        .call("POST", "/v1/admin/users/" + user + ":suspend", null, Map.of("If-Match", "\"2\""))
        .expect(204);
  }

  private record Somebody(String id, HttpCaller caller) {}
}

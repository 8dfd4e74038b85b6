package io.moltrail.acceptance;

import io.moltrail.acceptance.MatrixTest.Cast;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every endpoint must answer to whom. One that is not listed here fails the matrix. */
final class Endpoints {

  private static final AtomicInteger COUNT = new AtomicInteger();

  static final Map<String, Rule> ALL = rules();

  private Endpoints() {}

  private static Map<String, Rule> rules() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    open(rules, "GET /v1/tiers", 200);
    open(rules, "GET /.well-known/jwks.json", 200);
    open(rules, "GET /.well-known/security.txt", 200);
    open(rules, "GET /health/live", 200);
    open(rules, "GET /health/ready", 200);
    open(rules, "GET /problems/{code}", 404);
    rules.put("POST /v1/auth/register", Rule.of(anybody(422)).with(cast -> Map.of()));
    rules.put("POST /v1/auth/verify-email", Rule.of(anybody(422)).with(cast -> Map.of()));
    rules.put("POST /v1/auth/verify-email:resend", Rule.of(anybody(422)).with(cast -> Map.of()));
    rules.put(
        "POST /v1/auth/login",
        Rule.of(Map.of("anonymous", 422, "unverified", 401))
            .with(cast -> Map.of())
            .from("unverified", cast -> login(cast.unverified())));
    rules.put("POST /v1/auth/refresh", Rule.of(anybody(422)).with(cast -> Map.of()));
    rules.put("GET /v1/me", Rule.of(and(users(200), "unverified", 401)));
    rules.put("PATCH /v1/me", Rule.of(users(428)).with(cast -> Map.of("displayName", "Nobody")));
    rules.put(
        "POST /v1/admin/users",
        Rule.of(Map.of("anonymous", 401, "stranger", 403, "owner", 403, "administrator", 201))
            .with(cast -> newUser()));
    administering(rules, "GET /v1/admin/users/{uid}", 200);
    administering(rules, "POST /v1/admin/users/{uid}:suspend", 428);
    administering(rules, "POST /v1/admin/users/{uid}:reinstate", 428);
    rules.put("GET /v1/projects", Rule.of(users(200)));
    rules.put(
        "POST /v1/projects",
        Rule.of(users(201))
            .with(cast -> Map.of("name", "P", "code", "P" + COUNT.incrementAndGet())));
    reading(rules, "GET /v1/projects/{pid}");
    rules.put(
        "PATCH /v1/projects/{pid}",
        Rule.of(writing(428)).with(cast -> Map.of("name", "Kinase inhibitors")));
    reading(rules, "GET /v1/projects/{pid}/members");
    reading(rules, "GET /v1/projects/{pid}/molecules");
    reading(rules, "GET /v1/projects/{pid}/history");
    reading(rules, "GET /v1/molecules/{mid}");
    reading(rules, "GET /v1/molecules/{mid}/history");
    rules.put(
        "PUT /v1/projects/{pid}/members/{uid}",
        Rule.of(
                Map.of(
                    "anonymous",
                    401,
                    "stranger",
                    404,
                    "administrator",
                    404,
                    "viewer",
                    403,
                    "editor",
                    403,
                    "owner",
                    428))
            .with(cast -> Map.of("role", "VIEWER")));
    // the member is the viewer, who may leave, and would be missed in the other cases
    owning(rules, "DELETE /v1/projects/{pid}/members/{uid}");
    owning(rules, "POST /v1/projects/{pid}:archive");
    owning(rules, "POST /v1/projects/{pid}:restore");
    rules.put(
        "POST /v1/projects/{pid}/molecules",
        Rule.of(writing(201))
            .with(cast -> Map.of("smiles", Alkanes.smiles(COUNT.incrementAndGet()))));
    rules.put(
        "POST /v1/projects/{pid}/molecules:batch",
        Rule.of(writing(207))
            .with(
                cast ->
                    Map.of(
                        "items",
                        List.of(Map.of("smiles", Alkanes.smiles(COUNT.incrementAndGet()))))));
    rules.put(
        "PATCH /v1/molecules/{mid}", Rule.of(writing(428)).with(cast -> Map.of("name", "Ethanol")));
    rules.put("POST /v1/molecules/{mid}:archive", Rule.of(writing(428)));
    rules.put("POST /v1/molecules/{mid}:restore", Rule.of(writing(428)));
    rules.put("GET /v1/molecules/lookup", Rule.of(users(200)).asking("?smiles=OCC"));
    rules.put(
        "POST /v1/molecules/lookup", Rule.of(users(200)).with(cast -> Map.of("smiles", "OCC")));
    // the last, because it ends the session of whoever calls it
    rules.put("POST /v1/auth/logout", Rule.of(Map.of("anonymous", 401)));
    return rules;
  }

  private static void open(Map<String, Rule> rules, String name, int status) {
    rules.put(name, Rule.of(Map.of("anonymous", status, "stranger", status)));
  }

  private static void administering(Map<String, Rule> rules, String name, int status) {
    rules.put(
        name,
        Rule.of(Map.of("anonymous", 401, "stranger", 403, "owner", 403, "administrator", status)));
  }

  private static void reading(Map<String, Rule> rules, String name) {
    rules.put(
        name,
        Rule.of(
            Map.of(
                "anonymous",
                401,
                "stranger",
                404,
                "administrator",
                404,
                "viewer",
                200,
                "editor",
                200,
                "owner",
                200)));
  }

  /** The owner's alone, and decided on a version. */
  private static void owning(Map<String, Rule> rules, String name) {
    rules.put(
        name,
        Rule.of(
            Map.of(
                "anonymous",
                401,
                "stranger",
                404,
                "administrator",
                404,
                "editor",
                403,
                "owner",
                428)));
  }

  private static Map<String, Integer> writing(int status) {
    return Map.of(
        "anonymous",
        401,
        "stranger",
        404,
        "administrator",
        404,
        "viewer",
        403,
        "editor",
        status,
        "owner",
        status);
  }

  private static Map<String, Integer> users(int status) {
    return Map.of("anonymous", 401, "stranger", status, "viewer", status, "administrator", status);
  }

  private static Map<String, Integer> anybody(int status) {
    return Map.of("anonymous", status);
  }

  private static Map<String, Integer> and(Map<String, Integer> others, String who, int status) {
    Map<String, Integer> all = new LinkedHashMap<>(others);
    all.put(who, status);
    return all;
  }

  private static Map<String, Object> login(String email) {
    return Map.of("email", email, "password", Installation.PASSWORD);
  }

  private static Map<String, Object> newUser() {
    return Map.of(
        "email",
        UUID.randomUUID() + "@moltrail.example",
        "displayName",
        "New",
        "password",
        Installation.PASSWORD,
        "tier",
        "FREE",
        "roles",
        List.of("USER"));
  }

  /** What is sent, perhaps something else by one of them, and which status each must get. */
  record Rule(
      Map<String, Integer> expected,
      Function<Cast, @Nullable Object> usual,
      Map<String, Function<Cast, @Nullable Object>> others,
      String query,
      Map<String, String> headers) {

    static Rule of(Map<String, Integer> expected) {
      return new Rule(expected, cast -> null, Map.of(), "", Map.of());
    }

    Rule with(Function<Cast, @Nullable Object> sent) {
      return new Rule(expected, sent, others, query, headers);
    }

    Rule from(String who, Function<Cast, @Nullable Object> sent) {
      return new Rule(expected, usual, Map.of(who, sent), query, headers);
    }

    Rule asking(String question) {
      return new Rule(expected, usual, others, question, headers);
    }

    @Nullable Object body(Cast cast, String who) {
      return others.getOrDefault(who, usual).apply(cast);
    }
  }
}

package io.moltrail.acceptance;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the matrix sends on each route so that nothing but a missing right is in the way. Routes
 * that are not named here take no body and are answered as the table says.
 */
final class MatrixRequests {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Map<String, Sent> byRoute = new HashMap<>();
  private final MatrixCast cast;

  MatrixRequests(MatrixCast cast) {
    this.cast = cast;
    // forms that are refused before anything is done are proof enough that the door is open
    for (String route :
        List.of(
            "POST /v1/auth/register",
            "POST /v1/auth/verify-email",
            "POST /v1/auth/verify-email:resend",
            "POST /v1/auth/login",
            "POST /v1/auth/refresh",
            "POST /v1/auth/password/forgot",
            "POST /v1/auth/password/reset",
            "POST /v1/auth/password/change",
            "POST /v1/me/email-change",
            "POST /v1/me/email-change:confirm")) {
      add(route, new Sent(Map::of, 422));
    }
    // what ends the caller's session is tried by nobody who is needed afterwards
    add("POST /v1/auth/logout", new Sent(null, 204).byNoUser());
    add("POST /v1/auth/logout-all", new Sent(null, 204).byNoUser());
    add("DELETE /v1/auth/sessions/{sid}", new Sent(null, 404)); // of nobody
    // to say again what they are called leaves the members lists of the worlds as they were
    add("PATCH /v1/me", Map.of("displayName", "Somebody"));
    add("POST /v1/projects", () -> Map.of("name", "P", "code", "P" + COUNT.incrementAndGet()));
    add("PATCH /v1/projects/{pid}", Map.of("name", "Renamed"));
    add("PUT /v1/projects/{pid}/members/{uid}", Map.of("role", "EDITOR"));
    add("POST /v1/projects/{pid}:transfer", Map.of("userId", cast.guest()));
    add("POST /v1/projects/{pid}/invitations", MatrixRequests::invitation);
    // there is none of this id; one in each world would be more mails than an owner may send
    add("DELETE /v1/projects/{pid}/invitations/{iid}", new Sent(null, 404));
    add("POST /v1/invitations:accept", new Sent(() -> Map.of("token", "none"), 422));
    add("POST /v1/projects/{pid}/molecules", this::structure);
    add("POST /v1/projects/{pid}/molecules:batch", () -> Map.of("items", List.of(structure())));
    add("POST /v1/molecules/lookup", Map.of("smiles", "OCC"));
    add("PATCH /v1/molecules/{mid}", Map.of("name", "Renamed"));
    add("POST /v1/molecules/{mid}/revisions", Map.of("smiles", "CCN", "reason", "the matrix"));
    add("POST /v1/admin/users", MatrixRequests::user);
    add("PATCH /v1/admin/users/{uid}", Map.of("tier", "PRO"));
  }

  /** The body; a molecule is moved to where it is, for rights elsewhere are another test's. */
  @Nullable Object body(String route, MatrixWorld world) {
    return route.equals("POST /v1/molecules/{mid}:move")
        ? Map.of("projectId", world.project())
        : of(route).text();
  }

  Sent of(String route) {
    return byRoute.getOrDefault(route, new Sent(null, 0));
  }

  /** Everything but the project and the molecule, which are the world's. */
  String path(String method, String path) {
    boolean asks = method.equals("GET") && path.equals("/v1/molecules/lookup");
    String query = asks ? "?smiles=OCC" : "";
    return path.replace("{code}", "not-found")
            .replace("{sid}", MatrixWorld.NOWHERE)
            .replace("{iid}", MatrixWorld.NOWHERE)
        + query;
  }

  /** The member that a route about members is about. */
  String member(String method) {
    return method.equals("PUT") ? cast.outsider() : cast.guest();
  }

  private Map<String, Object> structure() {
    return Map.of("smiles", Alkanes.smiles(COUNT.incrementAndGet()));
  }

  private static Map<String, Object> invitation() {
    return Map.of("email", UUID.randomUUID() + "@moltrail.example", "role", "VIEWER");
  }

  private static Map<String, Object> user() {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("email", UUID.randomUUID() + "@moltrail.example");
    user.put("displayName", "New");
    user.put("password", Installation.PASSWORD);
    user.put("tier", "FREE");
    user.put("roles", List.of("USER"));
    return user;
  }

  private void add(String route, Object body) {
    add(route, new Sent(() -> body, 0));
  }

  private void add(String route, Supplier<Object> body) {
    add(route, new Sent(body, 0));
  }

  private void add(String route, Sent sent) {
    byRoute.put(route, sent);
  }

  /**
   * @param status what success is answered with where the table's is not asked for; 0 where it is
   * @param users whether signed-in users are tried at all
   */
  record Sent(@Nullable Supplier<Object> body, int status, boolean users) {

    Sent(@Nullable Supplier<Object> body, int status) {
      this(body, status, true);
    }

    Sent byNoUser() {
      return new Sent(body, status, false);
    }

    @Nullable Object text() {
      return body == null ? null : body.get();
    }
  }
}

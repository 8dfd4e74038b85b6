package io.moltrail.web.permissions;

import static io.moltrail.messages.project.MemberRole.EDITOR;
import static io.moltrail.messages.project.MemberRole.OWNER;
import static io.moltrail.messages.project.MemberRole.VIEWER;
import static io.moltrail.messages.user.SystemRole.ADMIN;
import static io.moltrail.web.permissions.ObjectState.MOLECULE_ARCHIVED;
import static io.moltrail.web.permissions.ObjectState.PROJECT_ARCHIVED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every route and whom it lets through. Routes that are open or need a role of the installation are
 * held to it by the edge; the rights in projects are decided by aggregates and queries, and the
 * matrix of the acceptance tests calls every route as everybody to see that they decide so. {@code
 * PERMISSIONS.md} is made from it.
 */
public final class Permissions {

  private static final Who ANYONE = new Who.Anyone();
  private static final Who USER = new Who.AnyUser();
  private static final Who VIEWERS = new Who.Member(VIEWER);
  private static final Who EDITORS = new Who.Member(EDITOR);
  private static final Who THE_OWNER = new Who.Member(OWNER);
  private static final Who ADMINS = Who.Holder.of(ADMIN);

  private static final Permissions API =
      new Permissions(
          List.of(
              Permission.of("GET", "/", ANYONE, 302),
              get("/health/live", ANYONE),
              get("/health/ready", ANYONE),
              get("/problems/{code}", ANYONE),
              get("/.well-known/jwks.json", ANYONE),
              get("/.well-known/security.txt", ANYONE),
              post("/v1/auth/register", ANYONE, 202),
              post("/v1/auth/verify-email", ANYONE, 204),
              post("/v1/auth/verify-email:resend", ANYONE, 202),
              post("/v1/auth/login", ANYONE, 200),
              post("/v1/auth/refresh", ANYONE, 200),
              post("/v1/auth/logout", USER, 204),
              post("/v1/auth/logout-all", USER, 204),
              get("/v1/auth/sessions", USER),
              delete("/v1/auth/sessions/{sid}", USER),
              post("/v1/auth/password/forgot", ANYONE, 202),
              post("/v1/auth/password/reset", ANYONE, 204),
              post("/v1/auth/password/change", USER, 204),
              get("/v1/me", USER),
              patch("/v1/me", USER),
              post("/v1/me/email-change", USER, 202),
              post("/v1/me/email-change:confirm", USER, 204),
              get("/v1/me/quota", USER),
              get("/v1/tiers", ANYONE),
              get("/v1/projects", USER),
              post("/v1/projects", USER, 201),
              get("/v1/projects/{pid}", VIEWERS),
              patch("/v1/projects/{pid}", EDITORS).reasoned().unless(PROJECT_ARCHIVED),
              post("/v1/projects/{pid}:archive", THE_OWNER, 204).onVersion().reasoned(),
              post("/v1/projects/{pid}:restore", THE_OWNER, 204).onVersion().reasoned(),
              post("/v1/projects/{pid}:transfer", THE_OWNER, 204)
                  .onVersion()
                  .reasoned()
                  .unless(PROJECT_ARCHIVED),
              get("/v1/projects/{pid}/members", VIEWERS),
              put("/v1/projects/{pid}/members/{uid}", THE_OWNER)
                  .onVersion()
                  .reasoned()
                  .unless(PROJECT_ARCHIVED),
              delete("/v1/projects/{pid}/members/{uid}", new Who.SelfOrOwner())
                  .onVersion()
                  .reasoned(),
              get("/v1/projects/{pid}/invitations", THE_OWNER),
              post("/v1/projects/{pid}/invitations", THE_OWNER, 202)
                  .reasoned()
                  .unless(PROJECT_ARCHIVED),
              delete("/v1/projects/{pid}/invitations/{iid}", THE_OWNER).reasoned(),
              post("/v1/invitations:accept", USER, 204),
              get("/v1/projects/{pid}/history", VIEWERS),
              get("/v1/projects/{pid}/stats", VIEWERS),
              get("/v1/projects/{pid}/molecules", VIEWERS),
              post("/v1/projects/{pid}/molecules", EDITORS, 201)
                  .reasoned()
                  .unless(PROJECT_ARCHIVED),
              post("/v1/projects/{pid}/molecules:batch", EDITORS, 207)
                  .reasoned()
                  .unless(PROJECT_ARCHIVED),
              get("/v1/molecules/lookup", USER),
              post("/v1/molecules/lookup", USER, 200),
              get("/v1/molecules/{mid}", VIEWERS),
              patch("/v1/molecules/{mid}", EDITORS)
                  .reasoned()
                  .unless(PROJECT_ARCHIVED, MOLECULE_ARCHIVED),
              post("/v1/molecules/{mid}/revisions", EDITORS, 201)
                  .onVersion()
                  .unless(PROJECT_ARCHIVED, MOLECULE_ARCHIVED),
              post("/v1/molecules/{mid}:archive", EDITORS, 204)
                  .onVersion()
                  .reasoned()
                  .unless(PROJECT_ARCHIVED),
              post("/v1/molecules/{mid}:restore", EDITORS, 204)
                  .onVersion()
                  .reasoned()
                  .unless(PROJECT_ARCHIVED),
              post("/v1/molecules/{mid}:move", EDITORS, 204)
                  .onVersion()
                  .reasoned()
                  .unless(PROJECT_ARCHIVED, MOLECULE_ARCHIVED),
              get("/v1/molecules/{mid}/history", VIEWERS),
              get("/v1/admin/users", ADMINS),
              post("/v1/admin/users", ADMINS, 201),
              get("/v1/admin/users/{uid}", ADMINS),
              patch("/v1/admin/users/{uid}", ADMINS),
              post("/v1/admin/users/{uid}:terminate-sessions", ADMINS, 204),
              post("/v1/admin/users/{uid}:suspend", ADMINS, 204).onVersion(),
              post("/v1/admin/users/{uid}:reinstate", ADMINS, 204).onVersion()));

  private final List<Permission> all;

  /** Of a whole application. */
  public Permissions(List<Permission> all) {
    this.all = List.copyOf(all);
    all.stream()
        .collect(Collectors.groupingBy(Permission::name, Collectors.counting()))
        .forEach(
            (name, count) -> {
              if (count > 1) {
                throw new IllegalArgumentException(name + " is listed twice");
              }
            });
  }

  /** Of Moltrail, both sides together. */
  public static Permissions api() {
    return API;
  }

  /** In the order in which they are written here. */
  public List<Permission> all() {
    return all;
  }

  /** With some more, for a process that answers more than the API. */
  public Permissions and(List<Permission> others) {
    return new Permissions(Stream.concat(all.stream(), others.stream()).toList());
  }

  /**
   * @param method {@code HEAD} is answered as {@code GET} is
   * @param path as routes are written
   */
  public Optional<Permission> of(String method, String path) {
    String meant = method.equals("HEAD") ? "GET" : method;
    return all.stream()
        .filter(it -> it.path().equals(path) && it.method().equals(meant))
        .findFirst();
  }

  /** The paths of which nothing needs an access token. */
  public List<String> open() {
    return all.stream().collect(Collectors.groupingBy(Permission::path)).entrySet().stream()
        .filter(it -> it.getValue().stream().allMatch(one -> one.who() instanceof Who.Anyone))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static Permission get(String path, Who who) {
    return Permission.of("GET", path, who, 200);
  }

  private static Permission post(String path, Who who, int status) {
    return Permission.of("POST", path, who, status);
  }

  private static Permission put(String path, Who who) {
    return Permission.of("PUT", path, who, 200);
  }

  /** Changes are decided on the version that was read. */
  private static Permission patch(String path, Who who) {
    return Permission.of("PATCH", path, who, 200).onVersion();
  }

  private static Permission delete(String path, Who who) {
    return Permission.of("DELETE", path, who, 204);
  }
}

package io.moltrail.web.permissions;

import static io.moltrail.messages.project.MemberRole.EDITOR;
import static io.moltrail.messages.project.MemberRole.OWNER;
import static io.moltrail.messages.project.MemberRole.VIEWER;
import static io.moltrail.messages.user.SystemRole.ADMIN;
import static io.moltrail.web.permissions.ObjectState.MOLECULE_ARCHIVED;
import static io.moltrail.web.permissions.ObjectState.PROJECT_ARCHIVED;

import java.util.List;

/** The table itself: every route of Moltrail, both sides together. */
final class Routes {

  private static final Who ANYONE = new Who.Anyone();
  private static final Who USER = new Who.AnyUser();
  private static final Who VIEWERS = new Who.Member(VIEWER);
  private static final Who EDITORS = new Who.Member(EDITOR);
  private static final Who THE_OWNER = new Who.Member(OWNER);
  private static final Who ADMINS = Who.Holder.of(ADMIN);

  static final List<Permission> ALL =
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
          delete("/v1/projects/{pid}/members/{uid}", new Who.SelfOrOwner()).onVersion().reasoned(),
          get("/v1/projects/{pid}/invitations", THE_OWNER),
          post("/v1/projects/{pid}/invitations", THE_OWNER, 202)
              .reasoned()
              .unless(PROJECT_ARCHIVED),
          delete("/v1/projects/{pid}/invitations/{iid}", THE_OWNER).reasoned(),
          post("/v1/invitations:accept", USER, 204),
          get("/v1/projects/{pid}/history", VIEWERS),
          get("/v1/projects/{pid}/stats", VIEWERS),
          get("/v1/projects/{pid}/molecules", VIEWERS),
          post("/v1/projects/{pid}/molecules", EDITORS, 201).reasoned().unless(PROJECT_ARCHIVED),
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
          post("/v1/admin/users/{uid}:reinstate", ADMINS, 204).onVersion());

  private Routes() {}

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

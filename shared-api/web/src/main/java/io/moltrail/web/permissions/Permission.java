package io.moltrail.web.permissions;

import java.util.EnumSet;
import java.util.Set;

/**
 * What one route asks of its caller, and when it is refused all the same.
 *
 * @param path as routes are written, {@code /v1/projects/{pid}}
 * @param needsVersion whether {@code If-Match} is required (428 without)
 * @param asksWhy whether a regulated project asks why (428 without)
 * @param refusedWhile states of the object in which it is refused (409)
 * @param status what success is answered with
 */
public record Permission(
    String method,
    String path,
    Who who,
    boolean needsVersion,
    boolean asksWhy,
    Set<ObjectState> refusedWhile,
    int status) {

  public Permission {
    refusedWhile = Set.copyOf(refusedWhile);
  }

  static Permission of(String method, String path, Who who, int status) {
    return new Permission(method, path, who, false, false, Set.of(), status);
  }

  Permission onVersion() {
    return new Permission(method, path, who, true, asksWhy, refusedWhile, status);
  }

  Permission reasoned() {
    return new Permission(method, path, who, needsVersion, true, refusedWhile, status);
  }

  Permission unless(ObjectState first, ObjectState... others) {
    return new Permission(
        method, path, who, needsVersion, asksWhy, EnumSet.of(first, others), status);
  }

  /** As operations are named in documents: {@code GET /v1/me}. */
  public String name() {
    return method + " " + path;
  }

  /** Whether it is about a project or a molecule, which may be hidden from the caller. */
  public boolean aboutAnObject() {
    return who instanceof Who.Member || who instanceof Who.SelfOrOwner;
  }
}

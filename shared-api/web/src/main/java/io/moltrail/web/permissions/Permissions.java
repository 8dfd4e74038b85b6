package io.moltrail.web.permissions;

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
    return new Permissions(Routes.ALL);
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
}

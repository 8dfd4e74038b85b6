package io.moltrail.acceptance;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.MatrixCase.Manner;
import io.moltrail.web.permissions.Permission;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where cases are played. What is refused must change nothing and is played in one world for each
 * state; what is done has a world of its own.
 */
final class MatrixStage {

  private final MatrixCast cast;
  private final MatrixRequests requests;
  private final Map<MatrixState, MatrixWorld> worlds = new EnumMap<>(MatrixState.class);
  private final Map<MatrixState, List<String>> before = new EnumMap<>(MatrixState.class);
  private final List<String> usersBefore;
  private int calls;

  MatrixStage(MatrixCast cast) {
    this.cast = cast;
    this.requests = new MatrixRequests(cast);
    Stream.of(MatrixState.values())
        .filter(state -> state != MatrixState.UNKNOWN)
        .forEach(
            state -> {
              MatrixWorld world = MatrixWorld.in(cast, state);
              worlds.put(state, world);
              before.put(state, world.content());
            });
    this.usersBefore = cast.bystanders();
  }

  boolean plays(MatrixCase one) {
    return one.actor().isAnybody() || requests.of(one.permission().name()).users();
  }

  int expected(MatrixCase one) {
    int sent = requests.of(one.permission().name()).status();
    return one.expected(sent == 0 ? one.permission().status() : sent);
  }

  Answer play(MatrixCase one) {
    boolean done = expected(one) < 300 && one.changes() && one.permission().aboutAnObject();
    return play(one, done ? MatrixWorld.in(cast, one.state()) : world(one), one.state());
  }

  private MatrixWorld world(MatrixCase one) {
    return worlds.getOrDefault(one.state(), worlds.get(MatrixState.ACTIVE));
  }

  private Answer play(MatrixCase one, MatrixWorld world, MatrixState state) {
    Permission permission = one.permission();
    boolean unknown = state == MatrixState.UNKNOWN;
    String subject = permission.path().startsWith("/v1/admin/users/{uid}") ? subject(one) : "";
    String path =
        requests
            .path(permission.method(), permission.path())
            .replace("{pid}", unknown ? MatrixWorld.NOWHERE : world.project())
            .replace("{mid}", unknown ? MatrixWorld.NOWHERE : world.molecule())
            .replace("{uid}", subject.isEmpty() ? requests.member(permission.method()) : subject);
    return cast.caller(one.actor())
        .call(
            permission.method(),
            path,
            requests.body(permission.name(), world),
            headers(one, world));
  }

  /** Whom an administrator decides about: somebody new where it is really done. */
  private String subject(MatrixCase one) {
    return expected(one) < 300 && one.changes()
        ? cast.newUser("USER").json().get("id").stringValue()
        : cast.outsider();
  }

  private Map<String, String> headers(MatrixCase one, MatrixWorld world) {
    Map<String, String> headers = new HashMap<>(one.changes() ? Map.of() : world.seen());
    headers.put("X-Forwarded-For", "10.1.%d.%d".formatted(calls / 250, 1 + calls % 250));
    calls++;
    if (one.permission().needsVersion() && one.manner() != Manner.BARE) {
      headers.put("If-Match", one.manner() == Manner.STALE ? "\"997\"" : version(one, world));
    }
    if (one.manner() == Manner.REASONED || one.manner() == Manner.STALE) {
      headers.put("X-Change-Reason", "because%20the%20matrix%20says%20so");
    }
    return headers;
  }

  private String version(MatrixCase one, MatrixWorld world) {
    String path = one.permission().path();
    if (path.contains("{mid}")) {
      return world.moleculeVersion();
    }
    if (path.contains("{pid}")) {
      return world.projectVersion();
    }
    return path.equals("/v1/me") && !one.actor().isAnybody()
        ? cast.caller(one.actor()).get("/v1/me").expect(200).header("ETag")
        : "\"2\"";
  }

  /** What tells a hidden object from one that is not there, if anything does. */
  Optional<String> difference(MatrixCase one, Answer hidden) {
    Answer unknown = play(one, worlds.get(MatrixState.ACTIVE), MatrixState.UNKNOWN);
    for (String member : List.of("type", "title", "status", "detail", "errors")) {
      if (!Objects.equals(hidden.json().get(member), unknown.json().get(member))) {
        return Optional.of(member);
      }
    }
    return hidden.json().propertyNames().equals(unknown.json().propertyNames())
            && headers(hidden).equals(headers(unknown))
        ? Optional.empty()
        : Optional.of("members or headers");
  }

  /** All but what is between two hops: a connection ends after so many requests. */
  private static Set<String> headers(Answer answer) {
    Set<String> names = new TreeSet<>(answer.response().headers().map().keySet());
    names.removeAll(Set.of("connection", "keep-alive"));
    return names;
  }

  /** What has changed although everything that was asked of it was refused. */
  List<String> touched() {
    List<String> touched = new ArrayList<>();
    worlds.forEach(
        (state, world) -> {
          if (!world.content().equals(before.get(state))) {
            touched.add(state.name());
          }
        });
    if (!cast.bystanders().equals(usersBefore)) {
      touched.add("users");
    }
    return touched;
  }
}

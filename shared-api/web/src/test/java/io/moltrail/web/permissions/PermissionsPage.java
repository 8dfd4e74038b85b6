package io.moltrail.web.permissions;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** The table as a page that people read. */
final class PermissionsPage {

  private PermissionsPage() {}

  static String of(Permissions permissions) {
    return """
    # Who may do what

    Made from `Permissions` by `PermissionsPageTest`. A caller without a valid access token gets 401 wherever somebody in
    particular is asked for; an unverified, suspended or erased account has none. To whoever is no member a project and all
    in it are not there (404); a member without the right gets 403. `If-Match`: 428 without. *Why*: regulated projects want
    a reason, 428 without. A state under *not while* is answered 409.

    | route | who | If-Match | why | not while | success |
    |---|---|---|---|---|---|
    %s
    """
        .formatted(
            permissions.all().stream().map(PermissionsPage::row).collect(Collectors.joining("\n")));
  }

  private static String row(Permission it) {
    return "| %s `%s` | %s | %s | %s | %s | %d |"
        .formatted(
            it.method(),
            it.path(),
            told(it.who()),
            it.needsVersion() ? "yes" : "",
            it.asksWhy() ? "yes" : "",
            it.refusedWhile().stream()
                .sorted(Comparator.naturalOrder())
                .map(state -> state.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", ")),
            it.status());
  }

  private static String told(Who who) {
    return switch (who) {
      case Who.Anyone() -> "anyone";
      case Who.AnyUser() -> "users";
      case Who.Holder(var roles) ->
          roles.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
      case Who.Member(var least) -> "members from " + least;
      case Who.SelfOrOwner() -> "OWNER, and members about themselves";
    };
  }
}

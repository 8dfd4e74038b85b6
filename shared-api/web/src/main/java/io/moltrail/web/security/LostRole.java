package io.moltrail.web.security;

import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Another role, or none, of a user in a project: decided by the command side, and perhaps not yet
 * in the read tables.
 *
 * @param version of the project from which on it holds
 * @param left the role from then on; empty for who is no member any more
 */
public record LostRole(ProjectId project, long version, Optional<MemberRole> left) {

  private static final String BETWEEN = ",";
  private static final String PARTS = "/";

  /** As it is appended to those before. */
  String appended() {
    return String.join(
            PARTS, project.toString(), Long.toString(version), left.map(Enum::name).orElse(""))
        + BETWEEN;
  }

  static List<LostRole> all(@Nullable String appended) {
    return appended == null
        ? List.of()
        : Arrays.stream(appended.split(BETWEEN)).map(LostRole::one).toList();
  }

  private static LostRole one(String text) {
    String[] parts = text.split(PARTS, -1);
    return new LostRole(
        ProjectId.parse(parts[0]).orElseThrow(),
        Long.parseLong(parts[1]),
        Optional.of(parts[2]).filter(it -> !it.isEmpty()).map(MemberRole::valueOf));
  }
}

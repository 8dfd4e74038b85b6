package io.moltrail.web.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PermissionsTest {

  private final Permissions permissions =
      new Permissions(
          List.of(
              Permission.of("GET", "/open", new Who.Anyone(), 200),
              Permission.of("GET", "/half", new Who.Anyone(), 200),
              Permission.of("POST", "/half", new Who.AnyUser(), 201)));

  @Test
  void a_path_is_open_when_nothing_of_it_needs_a_caller() {
    assertThat(permissions.open()).containsExactly("/open");
  }

  @Test
  void a_route_that_is_not_listed_is_permitted_to_nobody() {
    assertThat(permissions.of("DELETE", "/open")).isEmpty();
    assertThat(permissions.of("GET", "/elsewhere")).isEmpty();
    assertThat(permissions.of("HEAD", "/open")).isPresent();
  }

  @Test
  void a_route_is_listed_once() {
    assertThatThrownBy(
            () -> permissions.and(List.of(Permission.of("GET", "/open", new Who.AnyUser(), 200))))
        .hasMessageContaining("GET /open");
  }
}

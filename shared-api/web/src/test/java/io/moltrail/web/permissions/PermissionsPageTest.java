package io.moltrail.web.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PermissionsPageTest {

  private static final Path PAGE = Path.of("PERMISSIONS.md");

  /** Written anew with {@code -Dmoltrail.permissions.write=true}. */
  @Test
  void the_page_says_what_the_table_says() throws IOException {
    String page = PermissionsPage.of(Permissions.api());
    if (Boolean.getBoolean("moltrail.permissions.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).hasContent(page);
  }
}

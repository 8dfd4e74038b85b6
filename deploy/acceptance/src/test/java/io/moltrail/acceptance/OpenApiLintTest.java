package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The document that is served passes the linter of {@code deploy/openapi}. */
@ExtendWith(Shared.class)
class OpenApiLintTest {

  private static final Path RULES = Path.of("..", "openapi").toAbsolutePath().normalize();
  private static final Path HERE = Path.of("target", "openapi").toAbsolutePath();

  @Test
  void the_linter_finds_nothing(Installation moltrail) throws Exception {
    Assumptions.assumeTrue(hasNpm(), "npm is missing: the API document is not linted");
    Files.createDirectories(HERE);
    for (String file : List.of("package.json", "package-lock.json", ".npmrc", "spectral.yaml")) {
      Files.writeString(HERE.resolve(file), Files.readString(RULES.resolve(file)));
    }
    Files.writeString(
        HERE.resolve("document.json"), moltrail.anonymous().get("/v3/api-docs").expect(200).body());

    assertThat(run("npm", "ci", "--ignore-scripts")).as(said()).isZero();
    assertThat(run("npm", "run", "--silent", "lint", "--", "document.json")).as(said()).isZero();
  }

  private static boolean hasNpm() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(it -> Files.isExecutable(Path.of(it, "npm")));
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(HERE.toFile())
            .redirectErrorStream(true)
            .redirectOutput(HERE.resolve("output.txt").toFile())
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("It did not end: " + said());
    }
    return process.exitValue();
  }

  private static String said() throws IOException {
    Path output = HERE.resolve("output.txt");
    return Files.exists(output) ? Files.readString(output) : "nothing yet";
  }
}

package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's tour is pasted into a shell, as a newcomer would. */
class TourTest {

  private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

  @TempDir static Path folder;

  @Test
  void the_tour_works_as_pasted() throws IOException, InterruptedException {
    try (MoltrailProcess moltrail =
        MoltrailProcess.start(
            MoltrailProcess.STANDALONE,
            folder,
            Map.of("DATA_DIR", folder.resolve("data").toString()))) {
      String script =
          "set -eu\n" + tour().replace("http://localhost:8080", moltrail.address().toString());

      String output = run(script);

      assertThat(output)
          .contains(
              "a mail is on its way",
              "204",
              "\"number\":\"PAIN-000001\"",
              "\"added\":2,\"duplicates\":1,\"rejected\":1",
              "BSYNRYMUTXBXSQ-UHFFFAOYSA-N",
              "\"name\":\"Acetylsalicylic acid\"",
              "\"displayName\":\"Ada Lovelace\"",
              "\"action\":\"molecule.renamed\"",
              "\"reason\":\"INN instead of the trade name\"");
    }
  }

  private static String tour() throws IOException {
    String readme = Files.readString(readme());
    String tour =
        readme.substring(
            readme.indexOf("## A five-minute tour"), readme.indexOf("## Run the two sides apart"));
    StringBuilder script = new StringBuilder();
    Matcher block = BLOCK.matcher(tour);
    while (block.find()) {
      script.append(block.group(1));
    }
    return script.toString();
  }

  private static Path readme() {
    return Stream.iterate(Path.of("").toAbsolutePath(), it -> it != null, Path::getParent)
        .map(it -> it.resolve("README.md"))
        .filter(Files::exists)
        .filter(it -> Files.exists(it.resolveSibling("LICENSE")))
        .findFirst()
        .orElseThrow();
  }

  private static String run(String script) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "tour-", ".log");
    Process shell =
        new ProcessBuilder("bash", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(shell.exitValue()).as(Files.readString(output)).isZero();
    return Files.readString(output);
  }
}

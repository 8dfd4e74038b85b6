package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Shared.class)
class StandaloneTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path folder;

  @Test
  void it_stops_cleanly_and_finds_its_data_again() {
    try (Installation moltrail = Installation.in(folder)) {
      HttpCaller owner = moltrail.person("Owner").caller();
      String project = Projects.create(owner, "Kept", "KEPT");
      assertThat(ours(folder)).hasSizeGreaterThan(1);

      moltrail.process().stop();
      assertThat(ours(folder)).isEmpty();

      moltrail.startAgain();
      System.out.println(
          "Second start, JVM start to ready: " + moltrail.process().startTime().toMillis() + " ms");
      owner.at(moltrail.process().address()).get("/v1/projects/" + project).expect(200);
    }
    assertThat(ours(folder)).isEmpty();
  }

  @Test
  void it_prints_where_it_is_and_once_the_first_administrators_password() throws IOException {
    Map<String, String> environment = Map.of("DATA_DIR", folder.resolve("printed/data").toString());
    try (MoltrailProcess first =
        MoltrailProcess.start(MoltrailProcess.STANDALONE, folder.resolve("printed"), environment)) {
      String printed = printed(first);
      assertThat(printed).contains(first.address().toString(), "/docs", "shown only now");
      new HttpCaller(first.address())
          .login(word(printed, "Administrator"), word(printed, "Password"))
          .get("/v1/me")
          .expect(200);
    }
    try (MoltrailProcess second =
        MoltrailProcess.start(MoltrailProcess.STANDALONE, folder.resolve("printed"), environment)) {
      assertThat(printed(second)).contains("/docs").doesNotContain("shown only now");
    }
  }

  /** The greeting follows readiness by a moment. */
  private static String printed(MoltrailProcess process) throws IOException {
    Instant deadline = Instant.now().plus(PATIENCE);
    String printed = Files.readString(process.output());
    while (!printed.contains("Data folder")) {
      assertThat(Instant.now()).as("the greeting is late: " + printed).isBefore(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      printed = Files.readString(process.output());
    }
    return printed;
  }

  private static String word(String printed, String after) {
    Matcher matcher = Pattern.compile(after + "\\s+(\\S+)").matcher(printed);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void the_management_port_tells_prometheus_and_no_more_than_it_must(Installation moltrail) {
    HttpCaller management = new HttpCaller(moltrail.process().managementAddress());
    assertThat(management.get("/actuator/prometheus").expect(200).body())
        .contains(
            "http_server_requests",
            "moltrail_projection_lag_seconds",
            "moltrail_parked_events 0.0");
    assertThat(management.get("/actuator/health").status()).isEqualTo(200);
    assertThat(management.get("/actuator/env").status()).isNotEqualTo(200);
    assertThat(moltrail.anonymous().get("/actuator/prometheus").status()).isNotEqualTo(200);
  }

  /** Processes whose program lies in the data folder. */
  private static List<ProcessHandle> ours(Path data) {
    return ProcessHandle.allProcesses()
        .filter(
            it ->
                it.info()
                    .command()
                    .filter(program -> program.startsWith(data.toString()))
                    .isPresent())
        .toList();
  }

  @Test
  void the_folder_of_a_running_one_is_not_taken(Installation moltrail)
      throws IOException, InterruptedException {
    assertThat(moltrail.process().handle().isAlive()).isTrue();
    Path output = Files.createTempFile(folder, "second-", ".log");
    int status =
        MoltrailProcess.runToEnd(
            MoltrailProcess.STANDALONE,
            output,
            Map.of("DATA_DIR", moltrail.folder().resolve("data").toString()));
    assertThat(status).isEqualTo(1);
    assertThat(Files.readString(output))
        .contains("is in use by another Moltrail")
        .doesNotContain("\tat ");
  }
}

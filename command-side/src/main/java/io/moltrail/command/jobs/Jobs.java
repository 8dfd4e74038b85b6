package io.moltrail.command.jobs;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.moltrail.command.platform.UnfitToStartException;
import io.moltrail.eventstore.envelope.KeyKeeperUnavailableException;
import io.moltrail.eventstore.envelope.WrongWrappingKeyException;
import io.moltrail.web.settings.InvalidSettingsException;
import io.moltrail.web.settings.Settings;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The jobs of this application, and how a command line asks for one: its name comes first, {@code
 * --NAME=value} may follow as it may for a server. Secrets belong into the environment: a command
 * line is seen by everybody on the machine.
 */
public final class Jobs {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final int FAILED = 1;
  private static final int UNKNOWN = 2;

  private final List<Job> jobs;

  Jobs(List<Job> jobs) {
    this.jobs = List.copyOf(jobs);
  }

  public static Jobs all() {
    return new Jobs(
        List.of(new RotateWrappingKey(), DecisionTablesJob.check(), DecisionTablesJob.repair()));
  }

  /** Whether the command line asks for a job and not for the server. */
  public static boolean asked(String... arguments) {
    return arguments.length > 0 && !arguments[0].startsWith("--");
  }

  /**
   * @return the exit status: 0 done, 1 not done and said why, 2 no such job
   */
  public int run(PrintStream out, String... arguments) {
    Optional<Job> job = jobs.stream().filter(it -> it.name().equals(arguments[0])).findFirst();
    if (job.isEmpty()) {
      out.println("There is no job of that name. The jobs are:");
      jobs.forEach(it -> out.printf("  %-28s %s%n", it.name(), it.purpose()));
      return UNKNOWN;
    }
    return run(job.get(), out, Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static int run(Job job, PrintStream out, String... arguments) {
    try (ConfigurableApplicationContext context = environment(arguments)) {
      return job.run(Settings.read(context.getEnvironment(), job.needs()), out);
    } catch (CannotRunException e) {
      out.printf("%s does not run because %s.%n", job.name(), e.getMessage());
    } catch (InvalidSettingsException e) {
      out.println(e.getMessage());
    } catch (WrongWrappingKeyException e) {
      out.printf("%s does not run because %s.%n", job.name(), e.because());
    } catch (UnfitToStartException e) {
      out.printf("%s does not run because %s.%n", job.name(), e.because());
    } catch (KeyKeeperUnavailableException e) {
      out.printf(
          "%s does not go on because a wrapping key cannot be used now; what was done stays done,"
              + " run it again.%n",
          job.name());
    } catch (PoolInitializationException | DataAccessResourceFailureException e) {
      LOG.warn("A job could not reach what it needs", e);
      out.printf("%s does not run because the database is not there.%n", job.name());
    } catch (RuntimeException e) {
      LOG.error("A job failed", e);
      out.printf("%s failed: %s. The log says more.%n", job.name(), e.getClass().getSimpleName());
    }
    return FAILED;
  }

  /** No beans: only what Boot makes of the environment, and the logs as a server writes them. */
  private static ConfigurableApplicationContext environment(String... arguments) {
    return new SpringApplicationBuilder(Nothing.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .run(arguments);
  }

  /** Boot asks for one source. */
  static final class Nothing {}
}

package io.moltrail.web.settings;

import static org.springframework.core.env.StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What Boot must know before any bean is made: ports, log level, log format. It passes on only what
 * is sound, and so leaves it to {@link Settings} to name all that is not.
 */
final class EarlySettings implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Variables variables = new Variables(environment);
    Map<String, Object> early = new HashMap<>();
    variables.parsed("PORT", "", Ports::parse).ifPresent(it -> early.put("server.port", it));
    variables
        .parsed("MANAGEMENT_PORT", "", Ports::parse)
        .ifPresent(it -> early.put("management.server.port", it));
    variables.choice("LOG_LEVEL", LogLevel.class).ifPresent(it -> logLevel(it, early));
    if (variables.choice("ENV", Env.class).equals(Optional.of(Env.PRODUCTION))) {
      early.put("logging.structured.format.console", "ecs");
    }
    environment
        .getPropertySources()
        .addAfter(
            SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new MapPropertySource("moltrail-early", early));
  }

  /**
   * More than INFO is told by our own packages only: those of others print bodies, headers and the
   * values of SQL.
   */
  private static void logLevel(LogLevel level, Map<String, Object> early) {
    LogLevel ofOthers = level.compareTo(LogLevel.INFO) < 0 ? LogLevel.INFO : level;
    early.put("logging.level.root", ofOthers.name());
    early.put("logging.level.io.moltrail", level.name());
  }
}

package io.moltrail.standalone;

import io.moltrail.standalone.embedded.EmbeddedConnection;
import io.moltrail.standalone.embedded.EmbeddedServices;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Both sides in this JVM, on free ports, with services and a data folder of their own. */
public final class RunningStandalone implements AutoCloseable {

  private final EmbeddedServices services;
  private final ConfigurableApplicationContext context;

  private RunningStandalone(EmbeddedServices services, ConfigurableApplicationContext context) {
    this.services = services;
    this.context = context;
  }

  /**
   * @param settings beside those that every start needs
   */
  public static RunningStandalone in(Path folder, Map<String, String> settings) throws IOException {
    EmbeddedServices services = EmbeddedServices.start(folder);
    try {
      SpringApplication application = new SpringApplication(StandaloneApplication.class);
      application.setRegisterShutdownHook(false);
      application.setDefaultProperties(all(services.connection(), folder, settings));
      application.addInitializers(
          it -> it.getBeanFactory().registerSingleton("embeddedConnection", services.connection()));
      return new RunningStandalone(services, application.run());
    } catch (RuntimeException e) {
      services.close();
      throw e;
    }
  }

  private static Map<String, Object> all(
      EmbeddedConnection connection, Path folder, Map<String, String> more) {
    Map<String, Object> settings = new HashMap<>(connection.secrets());
    settings.put("DATABASE_URL", connection.jdbcUrl());
    settings.put("REDIS_URL", connection.redisUrl());
    settings.put("DATA_DIR", folder.toString());
    settings.put("PORT", "0");
    settings.put("MANAGEMENT_PORT", "0");
    settings.putAll(more);
    return settings;
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  public EmbeddedConnection connection() {
    return services.connection();
  }

  public URI address() {
    return URI.create(
        "http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
  }

  @Override
  public void close() {
    context.close();
    services.close();
  }
}

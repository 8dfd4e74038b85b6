package io.moltrail.standalone;

import io.moltrail.standalone.embedded.DataFolderInUseException;
import io.moltrail.standalone.embedded.EmbeddedConnection;
import io.moltrail.standalone.embedded.EmbeddedServices;
import io.moltrail.standalone.embedded.PortCheck;
import io.moltrail.standalone.embedded.PortTakenException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the embedded services, then the application on them; what cannot start says why in one
 * sentence.
 */
public final class Standalone {

  private Standalone() {}

  public static void main(String[] arguments) {
    try {
      PortCheck.requireFree(port("PORT", 8080), port("MANAGEMENT_PORT", 9090));
      start(EmbeddedServices.start(dataDir()), arguments);
    } catch (PortTakenException
        | DataFolderInUseException
        | IllegalStateException
        | IOException e) {
      Greeting.say("Moltrail cannot start. " + e.getMessage());
      System.exit(1);
    }
  }

  private static void start(EmbeddedServices services, String[] arguments) {
    SpringApplication application = new SpringApplication(StandaloneApplication.class);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(settings(services.connection()));
    application.addInitializers(
        context -> {
          services.closeFirst(context);
          context.getBeanFactory().registerSingleton("embeddedConnection", services.connection());
        });
    ConfigurableApplicationContext context;
    try {
      context = application.run(arguments);
    } catch (RuntimeException e) {
      services.close();
      System.exit(1);
      return;
    }
    context.getBean(Greeting.class).print();
  }

  /** What the environment does not say, the data folder does. */
  private static Map<String, Object> settings(EmbeddedConnection connection) {
    Map<String, Object> settings = new HashMap<>(connection.secrets());
    settings.put("DATABASE_URL", connection.jdbcUrl());
    settings.put("REDIS_URL", connection.redisUrl());
    return settings;
  }

  private static Path dataDir() {
    return Path.of(
        Optional.ofNullable(System.getenv("DATA_DIR"))
            .filter(it -> !it.isBlank())
            .orElse("./data"));
  }

  private static int port(String variable, int otherwise) {
    String value = System.getenv(variable);
    try {
      return value == null || value.isBlank() ? otherwise : Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      return 0; // the settings name it, with everything else that is wrong
    }
  }
}

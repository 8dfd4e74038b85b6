package io.moltrail.command.account;

import io.moltrail.command.CommandApplication;
import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command side as it really starts, on a database of its own, with the mails in a folder. */
final class AccountServer {

  static final String ADMIN_EMAIL = "root@lab.example";
  static final String ADMIN_PASSWORD = "violet ladder beyond Oslo";

  private static final AccountServer ONLY = new AccountServer();

  private final TestDatabase database = TestServices.get().freshDatabase();
  private final Path dataDir = newFolder();
  private final ConfigurableApplicationContext context;

  private AccountServer() {
    Map<String, String> variables = variables(database, dataDir);
    variables.put("ADMIN_EMAIL", ADMIN_EMAIL);
    variables.put("ADMIN_PASSWORD", ADMIN_PASSWORD);
    context = start(variables);
    Runtime.getRuntime().addShutdownHook(new Thread(context::close));
  }

  static ConfigurableApplicationContext start(Map<String, String> variables) {
    SpringApplication application = new SpringApplication(CommandApplication.class);
    application.setRegisterShutdownHook(false);
    application.addInitializers(
        context -> context.getBeanFactory().registerSingleton("announced", new Announced()));
    return application.run(
        variables.entrySet().stream()
            .map(it -> "--" + it.getKey() + "=" + it.getValue())
            .toArray(String[]::new));
  }

  /** An environment in which everything is right, with secrets of its own. */
  static Map<String, String> variables(TestDatabase database, Path dataDir) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("DATABASE_URL", database.url(DatabaseRoles.COMMAND));
    variables.put("MIGRATION_DATABASE_URL", database.url(DatabaseRoles.MIGRATOR));
    variables.put("REDIS_URL", TestServices.get().redisUrl());
    variables.put("PORT", "0");
    variables.put("MANAGEMENT_PORT", "0");
    variables.put("PUBLIC_URL", "http://moltrail.test");
    variables.put("TRUSTED_PROXIES", "127.0.0.1");
    variables.put("DATA_DIR", dataDir.toString());
    for (String secret :
        List.of("SECRET_KEY", "LINK_KEY", "PASSWORD_PEPPER", "EMAIL_INDEX_KEY", "PII_KEK")) {
      variables.put(secret, RandomSecret.text());
    }
    return variables;
  }

  static int port() {
    return ((ServletWebServerApplicationContext) ONLY.context).getWebServer().getPort();
  }

  static ConfigurableApplicationContext context() {
    return ONLY.context;
  }

  static <T> T bean(Class<T> type) {
    return ONLY.context.getBean(type);
  }

  /** Everything may be looked at. */
  static JdbcClient superuser() {
    return JdbcClient.create(ONLY.database.superuser());
  }

  /** The mails to an address, oldest first. */
  static List<String> mailsTo(String email) {
    Path folder = ONLY.dataDir.resolve("mail");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> mails = new ArrayList<>();
      for (Path file : files.filter(it -> it.toString().endsWith(".eml")).sorted().toList()) {
        mails.add(Files.readString(file, StandardCharsets.UTF_8));
      }
      return mails.stream().filter(it -> it.contains("To: <" + email + ">")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path newFolder() {
    try {
      return Files.createTempDirectory("moltrail-account");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hears of the first administrator, as the terminal does. */
  record Announced(List<InitialAdministrator> administrators) implements AdministratorAnnouncement {

    Announced() {
      this(new CopyOnWriteArrayList<>());
    }

    @Override
    public void announce(InitialAdministrator first) {
      administrators.add(first);
    }
  }
}

package io.moltrail.acceptance;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The two sides as processes of their own, on a PostgreSQL and a Redis that were there before. */
final class TwoProcesses implements Running {

  private final TestDatabase read;
  private final String wrappingKey;
  private final MoltrailProcess commandSide;
  private final MoltrailProcess querySide;
  private final Mailbox mailbox;

  private TwoProcesses(
      TestDatabase read,
      String wrappingKey,
      MoltrailProcess commandSide,
      MoltrailProcess querySide,
      Mailbox mailbox) {
    this.read = read;
    this.mailbox = mailbox;
    this.wrappingKey = wrappingKey;
    this.commandSide = commandSide;
    this.querySide = querySide;
  }

  static TwoProcesses in(Path folder) {
    TestDatabase both = TestServices.get().freshDatabase();
    return in(folder, both, both);
  }

  static TwoProcesses in(Path folder, TestDatabase log, TestDatabase read) {
    return in(folder, log, read, Map.of(), MoltrailProcess.QUICK_TO_START);
  }

  /** For measurements: with settings of their own, and as quick as they become when warm. */
  static TwoProcesses quick(Path folder, Map<String, String> settings) {
    TestDatabase both = TestServices.get().freshDatabase();
    return in(folder, both, both, settings, MoltrailProcess.QUICK_WHEN_WARM);
  }

  private static TwoProcesses in(
      Path folder,
      TestDatabase log,
      TestDatabase read,
      Map<String, String> settings,
      List<String> options) {
    String wrappingKey = secret();
    Map<String, String> shared = new HashMap<>(settings);
    shared.put("DATABASE_URL", log.jdbcUrl());
    shared.put("READ_DATABASE_URL", read.jdbcUrl());
    shared.put("REDIS_URL", TestServices.get().redisUrl());
    shared.put("LINK_KEY", secret());
    shared.put("PII_KEK", wrappingKey);
    shared.put("PUBLIC_URL", "http://moltrail.example");
    shared.put("DATA_DIR", folder.resolve("data").toString());

    Map<String, String> command = new HashMap<>(shared);
    command.put("MIGRATION_DATABASE_URL", log.url(DatabaseRoles.MIGRATOR));
    command.put("DATABASE_USER", DatabaseRoles.COMMAND);
    command.put("DATABASE_PASSWORD", TestDatabase.passwordOf(DatabaseRoles.COMMAND));
    command.put("SECRET_KEY", secret());
    command.put("PASSWORD_PEPPER", secret());
    command.put("EMAIL_INDEX_KEY", secret());
    command.put("ADMIN_EMAIL", Installation.ADMINISTRATOR);
    command.put("ADMIN_PASSWORD", Installation.PASSWORD);

    Map<String, String> query = new HashMap<>(shared);
    query.put("MIGRATION_DATABASE_URL", read.url(DatabaseRoles.MIGRATOR));
    query.put("DATABASE_USER", DatabaseRoles.QUERY);
    query.put("DATABASE_PASSWORD", TestDatabase.passwordOf(DatabaseRoles.QUERY));

    MoltrailProcess commandSide =
        MoltrailProcess.start(
            MoltrailProcess.COMMAND_SIDE, folder.resolve("command"), command, options);
    MoltrailProcess querySide =
        MoltrailProcess.start(MoltrailProcess.QUERY_SIDE, folder.resolve("query"), query, options);
    return new TwoProcesses(
        read, wrappingKey, commandSide, querySide, Mailbox.in(folder.resolve("data/mail")));
  }

  /** What wraps the data keys. */
  byte[] wrappingKey() {
    return Base64.getDecoder().decode(wrappingKey);
  }

  /** Where the read tables are. */
  TestDatabase read() {
    return read;
  }

  MoltrailProcess commandSide() {
    return commandSide;
  }

  MoltrailProcess querySide() {
    return querySide;
  }

  Mailbox mailbox() {
    return mailbox;
  }

  HttpCaller anonymous() {
    return new HttpCaller(commandSide.address());
  }

  HttpCaller administrator() {
    return anonymous().login(Installation.ADMINISTRATOR, Installation.PASSWORD);
  }

  @Override
  public void requireNoFailure() {
    commandSide.requireNoFailure();
    querySide.requireNoFailure();
  }

  private static String secret() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public void close() {
    try {
      querySide.close();
    } finally {
      commandSide.close();
    }
  }
}

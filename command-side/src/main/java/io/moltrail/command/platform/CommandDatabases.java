package io.moltrail.command.platform;

import io.moltrail.web.settings.Database;
import java.util.Optional;

/**
 * Where the command side works.
 *
 * @param log the log database, entered as the command role
 * @param migrator the same, entered as the migrator; empty where migrations are a job of their own
 */
public record CommandDatabases(Database log, Optional<Database> migrator) {}

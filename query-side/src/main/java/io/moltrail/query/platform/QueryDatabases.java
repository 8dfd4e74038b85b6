package io.moltrail.query.platform;

import io.moltrail.web.settings.Database;
import io.moltrail.web.settings.Settings;
import java.util.Optional;

/**
 * Where the query side reads from and writes to. Both are entered as the query role.
 *
 * @param log the log database, only read
 * @param read where the read tables are; perhaps the same database
 * @param migrator the read database, entered as the migrator; empty where migrations are a job of
 *     their own
 */
public record QueryDatabases(Database log, Database read, Optional<Database> migrator) {

  /** The migrator is one only if it is another than the query role itself. */
  public static QueryDatabases of(Settings settings) {
    Database read = settings.databases().requiredForReading();
    return new QueryDatabases(
        settings.databases().required(),
        read,
        settings
            .databases()
            .migration()
            .filter(it -> !it.user().equals(read.user()))
            .map(it -> new Database(read.url(), it.user(), it.password())));
  }
}

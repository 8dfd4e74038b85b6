package io.moltrail.eventstore.envelope;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.Migrations;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wrapping keys, and a log whose data keys they wrap. */
final class Wrappers {

  static final KeyWrapper FORMER = local("former");
  static final KeyWrapper CURRENT = local("current");

  private Wrappers() {}

  static TestDatabase freshLog() {
    return TestServices.get()
        .freshDatabase("log", it -> Migrations.log(it.as(DatabaseRoles.MIGRATOR)));
  }

  static DataKeys keys(TestDatabase database, KeyWrapper... wrappers) {
    return new DataKeys(
        JdbcClient.create(database.as(DatabaseRoles.COMMAND)), Keyring.of(wrappers));
  }

  /** As many keys as it holds, each by subject. */
  static List<String> wrappedBy(TestDatabase database, String name) {
    return JdbcClient.create(database.superuser())
        .sql(
            "select subject from log.data_key where wrapped_by = ? and wrapped_key is not null"
                + " order by subject")
        .param(name)
        .query(String.class)
        .list();
  }

  private static LocalKeyWrapper local(String name) {
    return new LocalKeyWrapper(name.repeat(10).getBytes(StandardCharsets.UTF_8));
  }
}

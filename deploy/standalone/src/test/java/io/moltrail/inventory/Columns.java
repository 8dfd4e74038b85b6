package io.moltrail.inventory;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every column of every table and view in a database, those of Flyway included. */
final class Columns {

  private Columns() {}

  /** By its real name: {@code read_a.users.email}. */
  static List<String> names(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select concat_ws('.', nspname, relname, attname)
            from pg_attribute
            join pg_class on pg_class.oid = attrelid
            join pg_namespace on pg_namespace.oid = relnamespace
            where attnum > 0 and not attisdropped and relkind in ('r', 'p', 'v', 'm', 'f')
              and nspname !~ '^pg_' and nspname <> 'information_schema'
            """)
        .query(String.class)
        .list();
  }

  /** The two schemas of read tables are one place: {@code read.users.email}. */
  static List<Place> of(JdbcClient jdbc) {
    return names(jdbc).stream()
        .map(it -> it.replaceFirst("^read_[ab]\\.", "read."))
        .distinct()
        .map(it -> new Place(Kind.COLUMN, it))
        .toList();
  }
}

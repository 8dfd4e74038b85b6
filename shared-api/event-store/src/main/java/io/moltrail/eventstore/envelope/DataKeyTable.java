package io.moltrail.eventstore.envelope;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of wrapped data keys, as a side may use it: read, add, and have destroyed. */
final class DataKeyTable {

  /** How the subjects begin whose keys are wrapped by their owner's key. */
  static final String TEXT = "text:";

  /** One step through an index for each name: no slower with millions of keys. */
  static final String WRAPPING_KEYS =
      """
      with recursive used (name) as (
        (select wrapped_by from log.data_key
         where wrapped_key is not null and subject not like 'text:%' order by wrapped_by limit 1)
        union all
        select (select k.wrapped_by from log.data_key k
                where k.wrapped_key is not null and k.subject not like 'text:%' and k.wrapped_by > used.name
                order by k.wrapped_by limit 1)
        from used where used.name is not null)
      select name from used where name is not null
      """;

  private final JdbcClient log;

  DataKeyTable(JdbcClient log) {
    this.log = log;
  }

  /** Empty when there is none, or it has been destroyed. */
  Optional<Row> find(String subject) {
    return log.sql(
            """
            select wrapped_key, wrapped_by,
              coalesce(xmin = pg_current_xact_id_if_assigned()::xid, false) as made_here
            from log.data_key where subject = ?
            """)
        .param(subject)
        .query((it, n) -> new Row(it.getBytes(1), it.getString(2), it.getBoolean(3)))
        .optional()
        .filter(it -> it.wrapped() != null);
  }

  boolean isDestroyed(String subject) {
    return log.sql(
            """
            select exists (select 1 from log.data_key where subject = ? and wrapped_key is null)
            """)
        .param(subject)
        .query(Boolean.class)
        .single();
  }

  /**
   * @return false when there is one already, be it destroyed
   */
  boolean add(String subject, byte[] wrapped, String wrappedBy) {
    return log.sql(
                """
                insert into log.data_key (subject, wrapped_key, wrapped_by) values (?, ?, ?)
                on conflict (subject) do nothing
                """)
            .params(subject, wrapped, wrappedBy)
            .update()
        == 1;
  }

  int destroy(String subject) {
    return log.sql("select log.destroy_data_key(?)").param(subject).query(Integer.class).single();
  }

  /** The names of all wrapping keys in use; the owners that wrap texts are not among them. */
  List<String> wrappingKeys() {
    return log.sql(WRAPPING_KEYS).query(String.class).list();
  }

  /**
   * @param madeHere whether the very transaction that reads has made it: it may be rolled back
   */
  record Row(byte[] wrapped, String wrappedBy, boolean madeHere) {}
}

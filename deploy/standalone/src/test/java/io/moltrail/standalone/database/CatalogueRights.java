package io.moltrail.standalone.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL's own catalogue says about every object of every schema that is not its own. */
final class CatalogueRights {

  /** The database, and all in it that can be granted. */
  private static final String OBJECTS =
      """
      with schema as (
        select * from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
      ), object as (
        select 'database' as kind, 'its own' as name, oid, datdba as owner, coalesce(datacl, acldefault('d', datdba)) as acl
        from pg_database where datname = current_database()
        union all
        select 'schema', nspname, oid, nspowner, coalesce(nspacl, acldefault('n', nspowner)) from schema
        union all
        select case relkind when 'S' then 'sequence' when 'v' then 'view' when 'm' then 'materialized view' else 'table' end,
          nspname || '.' || relname, c.oid, relowner,
          coalesce(relacl, acldefault(case relkind when 'S' then 's'::"char" else 'r' end, relowner))
        from pg_class c join schema s on s.oid = relnamespace where relkind in ('r', 'p', 'f', 'v', 'm', 'S')
        union all
        select 'function', nspname || '.' || proname || '(' || oidvectortypes(proargtypes) || ')', p.oid, proowner,
          coalesce(proacl, acldefault('f', proowner))
        from pg_proc p join schema s on s.oid = pronamespace
        union all
        select 'type', nspname || '.' || typname, t.oid, typowner, coalesce(typacl, acldefault('T', typowner))
        from pg_type t join schema s on s.oid = typnamespace
        where typtype in ('e', 'd', 'r')
          or typtype = 'c' and exists (select from pg_class c where c.oid = typrelid and relkind = 'c')
      )
      """;

  private static final String RIGHTS =
      """
      , privilege (kinds, name) as (values
        ('{database}'::text[], 'connect'), ('{database,schema}', 'create'), ('{database}', 'temporary'),
        ('{schema,sequence,type}', 'usage'), ('{table,view,materialized view,sequence}', 'select'),
        ('{table,view,materialized view}', 'insert'), ('{table,view,materialized view,sequence}', 'update'),
        ('{table,view,materialized view}', 'delete'), ('{table,view,materialized view}', 'truncate'),
        ('{table,view,materialized view}', 'references'), ('{table,view,materialized view}', 'trigger'),
        ('{table,view,materialized view}', 'maintain'), ('{function}', 'execute')
      ), grantee (role) as (values ('moltrail_command'), ('moltrail_query'), ('public')
      ), effective as (
        select o.kind, o.name, g.role, p.name as privilege, case o.kind
            when 'database' then has_database_privilege(g.role, o.oid, p.name)
            when 'schema' then has_schema_privilege(g.role, o.oid, p.name)
            when 'sequence' then has_sequence_privilege(g.role, o.oid, p.name)
            when 'function' then has_function_privilege(g.role, o.oid, p.name)
            when 'type' then has_type_privilege(g.role, o.oid, p.name)
            else has_table_privilege(g.role, o.oid, p.name) end as wholly,
          case when o.kind in ('table', 'view', 'materialized view') and p.name in ('select', 'insert', 'update', 'references')
            then has_any_column_privilege(g.role, o.oid, p.name) else false end as partly
        from object o join privilege p on o.kind = any (p.kinds) cross join grantee g
      )
      select kind, name, role, case when wholly then privilege else privilege || ' of some columns' end
      from effective where wholly or partly
      """;

  /** Grants to strangers, and grants that may be passed on. */
  private static final String STRAY =
      """
      select format('%s %s: %s has %s%s', kind, name, case grantee when 0 then 'public' else grantee::regrole::text end,
        lower(privilege_type), case when is_grantable then ' and may pass it on' else '' end)
      from object, aclexplode(acl)
      where grantee <> owner and (is_grantable
        or grantee not in (select oid from pg_roles where rolname in ('moltrail_command', 'moltrail_query', 'moltrail_migrator')))
      order by 1
      """;

  private static final String OWNERS =
      """
      select format('%s %s belongs to %s', kind, name, owner::regrole) from object
      where kind <> 'database' and not (kind = 'schema' and name = 'public') and owner::regrole::text <> 'moltrail_migrator'
      order by 1
      """;

  private CatalogueRights() {}

  static Rights read(JdbcClient jdbc) {
    Rights rights = new Rights();
    RowCallbackHandler object = row -> rights.add(object(row));
    RowCallbackHandler right = row -> rights.add(object(row), row.getString(3), row.getString(4));
    jdbc.sql(OBJECTS + "select kind, name from object").query(object);
    jdbc.sql(OBJECTS + RIGHTS).query(right);
    return rights;
  }

  private static DatabaseObject object(ResultSet row) throws SQLException {
    return new DatabaseObject(row.getString(1), row.getString(2));
  }

  static List<String> stray(JdbcClient jdbc) {
    return jdbc.sql(OBJECTS + STRAY).query(String.class).list();
  }

  /** What does not belong to the migrator; only the database and {@code public} may not. */
  static List<String> foreign(JdbcClient jdbc) {
    return jdbc.sql(OBJECTS + OWNERS).query(String.class).list();
  }
}

-- The roles of a Moltrail database and what the database itself lets them do. Run by a superuser, connected to that
-- database, as often as you like: missing roles are made, the others get these attributes, passwords and settings again.
-- What they may do inside the schemas is written beside this file, in <schema>/R__grants.sql.
--
-- The passwords are read from settings of the session, so that none stands in this file or in the server's log:
--   PGOPTIONS="-c moltrail.migrator_password=.. -c moltrail.command_password=.. -c moltrail.query_password=.." psql -f roles.sql
--
-- moltrail.database says what the database holds: both (if not set), log, or read. Only a database that holds nothing but
-- read schemas differs: the command side has no business there, and moltrail.command_password is not asked for.

DO $$
DECLARE
  held text := coalesce(nullif(current_setting('moltrail.database', true), ''), 'both');
  needed text[] := ARRAY['migrator', 'query'];
  role_name text;
BEGIN
  IF held NOT IN ('both', 'log', 'read') THEN
    RAISE EXCEPTION 'The setting moltrail.database is %: it must be both, log or read.', held;
  END IF;
  IF held <> 'read' THEN
    needed := needed || 'command'::text;
  END IF;

  FOREACH role_name IN ARRAY needed LOOP
    IF coalesce(current_setting('moltrail.' || role_name || '_password', true), '') = '' THEN
      RAISE EXCEPTION 'The setting moltrail.%_password is empty: every role needs a password.', role_name;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'moltrail_' || role_name) THEN
      EXECUTE format('CREATE ROLE %I', 'moltrail_' || role_name);
    END IF;
    BEGIN
      EXECUTE format(
        'ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT PASSWORD %L',
        'moltrail_' || role_name, current_setting('moltrail.' || role_name || '_password'));
    EXCEPTION WHEN OTHERS THEN
      -- the error itself would quote the statement, with the password in it
      RAISE EXCEPTION 'Role moltrail_% cannot be altered: %', role_name, SQLERRM USING ERRCODE = SQLSTATE;
    END;
  END LOOP;

  -- Nobody enters but by a grant that stands here.
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  FOR role_name IN
    SELECT rolname FROM pg_roles WHERE rolname IN ('moltrail_migrator', 'moltrail_command', 'moltrail_query')
  LOOP
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM %I', current_database(), role_name);
    EXECUTE format('REVOKE ALL ON SCHEMA public FROM %I', role_name);
  END LOOP;
  FOREACH role_name IN ARRAY needed LOOP
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), 'moltrail_' || role_name);
  END LOOP;
  EXECUTE format('GRANT CREATE, TEMPORARY ON DATABASE %I TO moltrail_migrator', current_database());
END
$$;

-- The databases that every cluster is born with are open to every role; ours have no business there.
DO $$
DECLARE
  maintenance text;
BEGIN
  FOR maintenance IN
    SELECT datname FROM pg_database
    WHERE datname IN ('postgres', 'template1') AND datname <> current_database()
      AND (has_database_privilege('public', oid, 'CONNECT') OR has_database_privilege('public', oid, 'TEMPORARY'))
  LOOP
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', maintenance);
  END LOOP;
END
$$;

-- Time limits: an open writing transaction holds back every reader of the log, so none may last. What must not get into the
-- server's log: values of parameters, and the detail of an error, which often is a whole row.
DO $$
DECLARE
  given record;
BEGIN
  FOR given IN
    SELECT rolname, name, value
    FROM (VALUES
        ('moltrail_command', 'transaction_timeout', '30s'),
        ('moltrail_command', 'statement_timeout', '30s'),
        ('moltrail_command', 'idle_in_transaction_session_timeout', '10s'),
        ('moltrail_command', 'lock_timeout', '5s'),
        ('moltrail_query', 'transaction_timeout', '60s'),
        ('moltrail_query', 'statement_timeout', '30s'),
        ('moltrail_query', 'idle_in_transaction_session_timeout', '10s'),
        ('moltrail_query', 'lock_timeout', '5s'),
        ('moltrail_migrator', 'transaction_timeout', '1h'),
        ('moltrail_migrator', 'statement_timeout', '1h'),
        ('moltrail_migrator', 'idle_in_transaction_session_timeout', '5min'),
        ('moltrail_migrator', 'lock_timeout', '30s')
      ) AS limits (role_name, name, value)
      JOIN pg_roles ON rolname = role_name
    UNION ALL
    SELECT rolname, name, value
    FROM pg_roles, (VALUES
        ('log_parameter_max_length', '0'),
        ('log_parameter_max_length_on_error', '0'),
        ('log_error_verbosity', 'terse')
      ) AS silence (name, value)
    WHERE rolname IN ('moltrail_migrator', 'moltrail_command', 'moltrail_query')
  LOOP
    EXECUTE format('ALTER ROLE %I SET %I = %L', given.rolname, given.name, given.value);
  END LOOP;
END
$$;

-- What PostgreSQL gives to everybody: the schema public, execution of whatever function is made, and large objects, which
-- would be a place to write for roles that may only read.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE moltrail_migrator REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION
  pg_catalog.lo_creat(integer), pg_catalog.lo_create(oid), pg_catalog.lo_from_bytea(oid, bytea) FROM PUBLIC;

-- The three roles of a Moltrail database and what the database itself lets them do. Run by a superuser, connected to that
-- database, as often as you like: missing roles are made, the others get these attributes and passwords again.
--
-- The passwords are read from three settings of the session, so that none stands in this file or in the server's log:
--   PGOPTIONS="-c moltrail.migrator_password=.. -c moltrail.command_password=.. -c moltrail.query_password=.." psql -f roles.sql

DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['migrator', 'command', 'query'] LOOP
    IF coalesce(current_setting('moltrail.' || role_name || '_password', true), '') = '' THEN
      RAISE EXCEPTION 'The setting moltrail.%_password is empty: every role needs a password.', role_name;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'moltrail_' || role_name) THEN
      EXECUTE format('CREATE ROLE %I', 'moltrail_' || role_name);
    END IF;
    EXECUTE format(
      'ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT PASSWORD %L',
      'moltrail_' || role_name, current_setting('moltrail.' || role_name || '_password'));
  END LOOP;
END
$$;

-- An open writing transaction holds back every reader of the log, so none may last.
ALTER ROLE moltrail_command SET transaction_timeout = '30s';
ALTER ROLE moltrail_command SET statement_timeout = '30s';
ALTER ROLE moltrail_command SET idle_in_transaction_session_timeout = '10s';
ALTER ROLE moltrail_command SET lock_timeout = '5s';

ALTER ROLE moltrail_query SET transaction_timeout = '60s';
ALTER ROLE moltrail_query SET statement_timeout = '30s';
ALTER ROLE moltrail_query SET idle_in_transaction_session_timeout = '10s';
ALTER ROLE moltrail_query SET lock_timeout = '5s';

ALTER ROLE moltrail_migrator SET transaction_timeout = '1h';
ALTER ROLE moltrail_migrator SET statement_timeout = '1h';
ALTER ROLE moltrail_migrator SET idle_in_transaction_session_timeout = '5min';
ALTER ROLE moltrail_migrator SET lock_timeout = '30s';

DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO moltrail_migrator, moltrail_command, moltrail_query', current_database());
  EXECUTE format('GRANT CREATE, TEMPORARY ON DATABASE %I TO moltrail_migrator', current_database());
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;

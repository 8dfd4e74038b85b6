-- Who may do what in read_a and read_b: all of it. What is not granted here is refused, so a new table needs a line. Run by
-- Flyway after the versioned files, and again whenever this file has changed.
revoke all on schema ${schema} from public, moltrail_query;
revoke all on all tables in schema ${schema} from public, moltrail_query;
revoke all on all sequences in schema ${schema} from public, moltrail_query;
revoke all on all routines in schema ${schema} from public, moltrail_query;
do $$
begin
  -- a read database of its own has no command role
  if exists (select from pg_roles where rolname = 'moltrail_command') then
    revoke all on schema ${schema} from moltrail_command;
    revoke all on all tables in schema ${schema} from moltrail_command;
    revoke all on all sequences in schema ${schema} from moltrail_command;
    revoke all on all routines in schema ${schema} from moltrail_command;
  end if;
end
$$;

grant usage on schema ${schema} to moltrail_query;

-- Rows are the projections' to write and to rebuild; their shape is the migrator's.
grant select, insert, update, delete on
  ${schema}.users,
  ${schema}.project_rights,
  ${schema}.members,
  ${schema}.invitations,
  ${schema}.projects,
  ${schema}.molecules,
  ${schema}.history,
  ${schema}.parked_event,
  ${schema}.token_entry
  to moltrail_query;

-- A history with what is parked.
grant select on ${schema}.told_event to moltrail_query;

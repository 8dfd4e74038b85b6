-- Who may do what in the schema log: all of it. What is not granted here is refused, so a new table or function needs a line.
-- Run by Flyway after the versioned files, and again whenever this file has changed.
revoke all on schema log from public, moltrail_command, moltrail_query;
revoke all on all tables in schema log from public, moltrail_command, moltrail_query;
revoke all on all sequences in schema log from public, moltrail_command, moltrail_query;
revoke all on all routines in schema log from public, moltrail_command, moltrail_query;

grant usage on schema log to moltrail_command, moltrail_query;

-- Events are written by the command side and read by both; nobody changes or removes one.
grant select, insert on log.event to moltrail_command;
grant select on log.event to moltrail_query;
grant select on log.log_state to moltrail_command, moltrail_query;

-- A data key is made with its subject's first event. The query side opens envelopes, so it reads keys and makes none.
grant select, insert on log.data_key to moltrail_command;
grant select on log.data_key to moltrail_query;

-- Both sides say what happened at their doors, and cannot look at it.
grant insert on log.security_event to moltrail_command, moltrail_query;

-- Erasure destroys a key, and can do nothing else to one.
grant execute on function log.destroy_data_key(text) to moltrail_command;

-- log.begin_epoch() is the migrator's alone.

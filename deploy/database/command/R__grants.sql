-- Who may do what in the schema command: all of it. What is not granted here is refused, so a new table needs a line. Run by
-- Flyway after the versioned files, and again whenever this file has changed.
revoke all on schema command from public, moltrail_command, moltrail_query;
revoke all on all tables in schema command from public, moltrail_command, moltrail_query;
revoke all on all sequences in schema command from public, moltrail_command, moltrail_query;
revoke all on all routines in schema command from public, moltrail_command, moltrail_query;

grant usage on schema command to moltrail_command, moltrail_query;

-- What decisions read and every append writes.
grant select, insert, update on
  command.claim, command.user_rights, command.membership, command.project_guard, command.project_counter
  to moltrail_command;
-- Who leaves a project has no role in it any more, who gives one away no claim to its code, and an address that was given up
-- is claimed by nobody.
grant delete on command.membership, command.claim to moltrail_command;

-- Accounts, sessions, mail. Used tokens and sent mails stay as rows.
grant select, insert, update on
  command.credential, command.session, command.refresh_token, command.mail_token, command.signing_key, command.outbox
  to moltrail_command;

-- An invitation that has ended leaves nothing here.
grant select, insert, delete on command.invitation to moltrail_command;

-- A finished job's row is removed.
grant select, insert, update, delete on command.scheduled_tasks to moltrail_command;

-- A fingerprint that could be changed would guard nothing.
grant select, insert on command.key_check to moltrail_command;

-- All that the query side sees of this schema: keys without their private half, sessions that are over. No condition of its
-- own is tried on a row that the view hides.
alter view command.public_signing_key set (security_barrier = true);
alter view command.revoked_session set (security_barrier = true);
grant select on command.public_signing_key, command.revoked_session to moltrail_command, moltrail_query;

-- The append-only log. Owned by the migrator; the two sides get exactly what they need.
create table log.log_state (
  only_row boolean primary key default true check (only_row),
  epoch int not null,
  began_at timestamptz not null default now()
);
comment on table log.log_state is 'One row: the current epoch of the log.';
insert into log.log_state (epoch) values (0);

create table log.event (
  log_epoch int not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  global_index bigint generated always as identity,
  event_id text not null,
  aggregate_type text not null,
  aggregate_id text not null,
  sequence_number bigint not null check (sequence_number >= 0),
  type text not null,
  revision text not null,
  timestamp text not null check (timestamp ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$'),
  payload bytea not null,
  metadata bytea not null,
  constraint event_place_key primary key (log_epoch, transaction_id, global_index),
  constraint event_sequence_key unique (aggregate_id, sequence_number),
  constraint event_id_key unique (event_id)
);
comment on table log.event is 'Facts, in the order of (log_epoch, transaction_id, global_index); never changed, never removed.';

create table log.data_key (
  subject text primary key,
  wrapped_key bytea,
  wrapped_by text not null,
  created_at timestamptz not null default now(),
  erased_at timestamptz,
  check ((wrapped_key is null) = (erased_at is not null))
);
create index data_key_wrapped_by_key on log.data_key (wrapped_by)
  where wrapped_key is not null and wrapped_by like 'local:%';
comment on table log.data_key is 'One wrapped data key per subject; a destroyed key leaves its row, so that it is never made again.';

create function log.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger event_is_append_only before update or delete or truncate on log.event
  for each statement execute function log.refuse_change();

create function log.begin_epoch() returns int language plpgsql as $$
declare
  begun int;
begin
  lock table log.event in share row exclusive mode;
  update log.log_state set epoch = epoch + 1, began_at = now() returning epoch into begun;
  return begun;
end
$$;
comment on function log.begin_epoch is 'Called by the migrator after a restore, a logical copy or a failover, before anything is served.';
revoke execute on function log.begin_epoch() from public;

create table log.security_event (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  side text not null,
  name text not null,
  actor text,
  address text,
  request_id text,
  detail bytea
);
comment on table log.security_event is 'What happened at the doors of both sides; insert-only. Detail is sealed.';
create trigger security_event_is_append_only before update or delete or truncate on log.security_event
  for each statement execute function log.refuse_change();

grant usage on schema log to moltrail_command, moltrail_query;
grant select, insert on log.event to moltrail_command;
grant select on log.event, log.log_state, log.data_key to moltrail_query;
grant select on log.log_state to moltrail_command;
grant select, insert on log.data_key to moltrail_command;
grant insert on log.security_event to moltrail_command, moltrail_query;

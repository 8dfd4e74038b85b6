-- Events of molecules that this version could not read when they came, and what followed them: set aside, never dropped.
create table ${schema}.parked_event (
  log_epoch int not null,
  transaction_id bigint not null,
  global_index bigint not null,
  event_id text not null,
  aggregate_id uuid not null,
  sequence_number bigint not null,
  type text not null,
  revision text not null,
  cause text not null check (cause in ('UNKNOWN', 'FOLLOWS')),
  parked_at timestamptz not null default now(),
  primary key (log_epoch, transaction_id, global_index),
  constraint parked_event_sequence_key unique (aggregate_id, sequence_number)
);
comment on table ${schema}.parked_event is 'Where events are that no view has yet; the log tells what they are. They are applied when a version runs that knows them.';
comment on column ${schema}.parked_event.cause is 'UNKNOWN: nobody knew its type or revision. FOLLOWS: an event of the same molecule before it is parked.';

create view ${schema}.told_event as
  select project_id, log_epoch, transaction_id, global_index, event_id, aggregate_id from ${schema}.history
  union all
  select m.project_id, p.log_epoch, p.transaction_id, p.global_index, p.event_id, p.aggregate_id::text
  from ${schema}.parked_event p join ${schema}.molecules m on m.id = p.aggregate_id;
comment on view ${schema}.told_event is 'The history of a project with the events of its molecules that are parked.';

grant select, insert, update, delete on ${schema}.parked_event to moltrail_query;
grant select on ${schema}.told_event to moltrail_query;

-- What the query side knows about itself. Losing it loses only operations in flight.
create table ${schema}.live_view (
  only_row boolean primary key default true check (only_row),
  schema text not null check (schema in ('read_a', 'read_b')),
  since timestamptz not null default now()
);
comment on table ${schema}.live_view is 'One row: the schema that answers are read from.';
insert into ${schema}.live_view (schema) values ('read_a');

grant usage on schema ${schema} to moltrail_query;
grant select, insert, update, delete on ${schema}.live_view to moltrail_query;

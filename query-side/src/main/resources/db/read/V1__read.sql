-- Read tables, rebuilt from the log whenever need be. Two schemas have them: one is live, one is being rebuilt.
-- Rights come first: they are written before every view, and no failing view may hold them back.
create table ${schema}.users (
  id uuid primary key,
  email text,
  display_name text,
  tier text not null,
  roles text[] not null,
  verified boolean not null,
  suspended boolean not null,
  created_at timestamptz not null,
  version bigint not null
);

create table ${schema}.project_rights (
  project_id uuid primary key,
  version bigint not null
);
comment on table ${schema}.project_rights is 'Up to which event of a project its members have been followed.';

create table ${schema}.members (
  project_id uuid not null,
  user_id uuid not null,
  role text not null,
  since timestamptz not null,
  primary key (project_id, user_id)
);
create index members_of_user on ${schema}.members (user_id, project_id);
create index members_in_order on ${schema}.members (project_id, since, user_id);

create table ${schema}.projects (
  id uuid primary key,
  code text not null,
  name text,
  description text,
  regulated boolean not null,
  tautomers text not null,
  created_at timestamptz not null,
  version bigint not null,
  molecule_count bigint not null default 0
);

create table ${schema}.molecules (
  id uuid primary key,
  project_id uuid not null,
  number text not null,
  ordinal bigint not null,
  name text,
  name_key text collate "C" not null,
  smiles text,
  submitted text,
  inchi text,
  inchi_key text,
  parent_inchi_key text,
  formula text,
  average_mass double precision,
  monoisotopic_mass double precision,
  descriptors jsonb,
  components jsonb,
  identity text,
  rule_version text,
  toolkit text,
  annotations jsonb not null,
  archived boolean not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  version bigint not null
);
comment on column ${schema}.molecules.ordinal is 'The count in the number: KIN-1000000 comes after KIN-999999.';
comment on column ${schema}.molecules.name_key is 'How the name sorts: without regard to case, molecules without a name last.';
create index molecules_by_number on ${schema}.molecules (project_id, ordinal, id);
create index molecules_by_creation on ${schema}.molecules (project_id, created_at, id);
create index molecules_by_name on ${schema}.molecules (project_id, name_key, id);
create index molecules_by_inchi_key on ${schema}.molecules (inchi_key);

create table ${schema}.history (
  project_id uuid not null,
  log_epoch int not null,
  transaction_id bigint not null,
  global_index bigint not null,
  event_id text not null,
  aggregate_id text not null,
  sequence_number bigint not null,
  primary key (project_id, log_epoch, transaction_id, global_index)
);
comment on table ${schema}.history is 'Which events happened to a project and in it; the log tells what they were.';

create table ${schema}.token_entry (
  processor_name text not null,
  segment int not null,
  token text,
  token_type text,
  timestamp text,
  owner text,
  primary key (processor_name, segment)
);
comment on table ${schema}.token_entry is 'Up to which place of the log the rows are true; written with them.';
insert into ${schema}.token_entry (processor_name, segment, timestamp) values ('live', 0, '1970-01-01T00:00:00Z');

grant usage on schema ${schema} to moltrail_query;
grant select, insert, update, delete on all tables in schema ${schema} to moltrail_query;
revoke all on ${schema}.flyway_schema_history from moltrail_query;

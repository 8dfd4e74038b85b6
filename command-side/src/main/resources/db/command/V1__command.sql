-- What decisions read and what the append transaction writes beside the events. All of it but credentials, sessions,
-- signing keys, mail and jobs can be rebuilt from the log.
create table command.claim (
  kind text not null check (kind in ('email', 'project-code', 'structure')),
  scope text not null,
  key bytea not null,
  holder uuid not null,
  number text,
  archived boolean not null default false,
  firm boolean not null default true,
  primary key (kind, scope, key)
);
create index claim_holder on command.claim (holder, kind);
create unique index claim_number_key on command.claim (scope, number) where kind = 'structure';
comment on table command.claim is 'Uniqueness across aggregates; the key is an HMAC, never the value. A structure claim also tells where a molecule stands.';

create table command.user_rights (
  user_id uuid primary key,
  tier text not null check (tier in ('FREE', 'PRO', 'ENTERPRISE')),
  roles text[] not null,
  verified boolean not null default false,
  suspended boolean not null default false,
  version bigint not null
);
create table command.membership (
  project_id uuid not null,
  user_id uuid not null,
  role text not null check (role in ('OWNER', 'EDITOR', 'VIEWER')),
  primary key (project_id, user_id)
);
create index membership_user on command.membership (user_id);
create table command.project_guard (
  project_id uuid primary key,
  version bigint not null,
  code text not null,
  tautomers text not null check (tautomers in ('SAME', 'DISTINCT')),
  regulated boolean not null,
  archived boolean not null default false,
  held boolean not null default false
);
create table command.project_counter (
  project_id uuid primary key,
  next_number bigint not null default 1,
  reserved bigint not null default 0 check (reserved >= 0)
);
comment on table command.project_counter is 'Numbers handed out and molecules counted against the quota; a row apart from the guard, so that adding molecules side by side never waits for it.';

create table command.credential (
  user_id uuid primary key,
  password_hash text not null,
  changed_at timestamptz not null default now()
);
create table command.session (
  session_id uuid primary key,
  user_id uuid not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_by_user on command.session (user_id);
create index session_revoked on command.session (revoked_at) where revoked_at is not null;
create table command.refresh_token (
  token_hash bytea primary key,
  session_id uuid not null references command.session,
  issued_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_token_session on command.refresh_token (session_id);
create table command.mail_token (
  token_hash bytea primary key,
  user_id uuid not null,
  purpose text not null check (purpose in ('verify-email', 'reset-password')),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index mail_token_user on command.mail_token (user_id);
create table command.signing_key (
  kid text primary key,
  public_jwk text not null,
  wrapped_private bytea not null,
  status text not null check (status in ('next', 'active', 'retired', 'revoked')),
  created_at timestamptz not null default now()
);
create unique index signing_key_one_active on command.signing_key (status) where status = 'active';

create table command.outbox (
  id bigint generated always as identity primary key,
  template text not null,
  envelope jsonb not null,
  created_at timestamptz not null default now(),
  attempts int not null default 0,
  next_attempt_at timestamptz not null default now(),
  sent_at timestamptz
);
create index outbox_pending on command.outbox (next_attempt_at) where sent_at is null;
comment on table command.outbox is 'Mails to send; recipient and links stand only inside the envelope and are removed once sent.';

-- db-scheduler 16: its documented PostgreSQL table
create table command.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on command.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on command.scheduled_tasks (last_heartbeat);

create table command.key_check (
  name text primary key,
  fingerprint bytea not null
);
comment on table command.key_check is 'Fingerprints of a fixed text under keys that must not change unnoticed.';

create view command.public_signing_key as
  select kid, public_jwk from command.signing_key where status <> 'revoked';
create view command.revoked_session as
  select session_id from command.session where revoked_at is not null or expires_at < now();

grant usage on schema command to moltrail_command, moltrail_query;
grant select, insert, update, delete on
  command.claim, command.user_rights, command.membership, command.project_guard, command.project_counter,
  command.credential, command.session, command.refresh_token, command.mail_token, command.signing_key,
  command.outbox, command.scheduled_tasks to moltrail_command;
grant select, insert on command.key_check to moltrail_command;
grant select on command.public_signing_key, command.revoked_session to moltrail_command, moltrail_query;

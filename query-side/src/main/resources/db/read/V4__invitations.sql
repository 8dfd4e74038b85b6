create table ${schema}.invitations (
  id uuid primary key,
  project_id uuid not null,
  email text,
  role text not null,
  state text not null,
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  version bigint not null
);
comment on column ${schema}.invitations.email is 'Gone once the invitation has ended.';
create index invitations_pending on ${schema}.invitations (project_id, id) where state = 'PENDING';

-- What accepting an invitation needs. The event log knows the rest; a row goes when its invitation ends.
create table command.invitation (
  invitation_id uuid primary key,
  project_id uuid not null,
  email_key bytea not null,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  constraint invitation_one_to_an_address unique (project_id, email_key)
);
create index invitation_by_expiry on command.invitation (expires_at);
comment on table command.invitation is 'Invitations under way: the address as the HMAC under which it is claimed, the token as its hash, never the values.';

-- As administrators list users: without regard to case, whoever is erased last. The expressions stand in UserListing too.
create index users_by_creation on ${schema}.users (created_at, id);
create index users_by_email on ${schema}.users
  (coalesce('0' || lower(email collate pg_c_utf8), '1'), id);
create index users_by_display_name on ${schema}.users
  (coalesce('0' || lower(display_name collate pg_c_utf8), '1'), id);

-- Keys of subjects are wrapped under a wrapping key, keys of texts under their owner's key. Each kind has its index: one
-- step for each wrapping key at a start and pages of one wrapping key for its rotation; the texts of an owner for erasure.
drop index log.data_key_wrapped_by_key;
create index data_key_wrapped_by_key on log.data_key (wrapped_by, subject)
  where wrapped_key is not null and subject not like 'text:%';
create index data_key_owner_key on log.data_key (wrapped_by)
  where wrapped_key is not null and subject like 'text:%';

-- The sides may add keys and never change one, so destroying runs with the owner's rights. READ COMMITTED: each statement
-- sees what was committed before it. An insert of the same subject that is under way is waited for by the first statement
-- and destroyed by the second; one that comes later meets the row and makes nothing. A text key that another transaction
-- is adding meanwhile stays as a row, but what it is wrapped by is gone, so it opens nothing.
create function log.destroy_data_key(destroyed text) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  own int;
  texts int;
begin
  insert into log.data_key (subject, wrapped_key, wrapped_by, erased_at) values (destroyed, null, 'nobody', now())
  on conflict (subject) do nothing;

  update log.data_key set wrapped_key = null, erased_at = now()
  where subject = destroyed and wrapped_key is not null;
  get diagnostics own = row_count;

  update log.data_key set wrapped_key = null, erased_at = now()
  where wrapped_by = destroyed and wrapped_key is not null and subject like 'text:%';
  get diagnostics texts = row_count;

  return own + texts;
end
$$;
comment on function log.destroy_data_key is 'Destroys the key of a subject and of its texts, for ever; says how many there were.';
revoke execute on function log.destroy_data_key(text) from public;
grant execute on function log.destroy_data_key(text) to moltrail_command;

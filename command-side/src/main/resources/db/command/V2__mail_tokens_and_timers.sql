-- Of the tokens that change an account only the newest is good: asking again puts the new one in the old one's place.
-- Mails about a registration are all good, for each attempt has a user id of its own.
create unique index mail_token_newest on command.mail_token (user_id, purpose)
  where purpose <> 'verify-email' and used_at is null;

-- Redis is reminded of ended sessions by every node itself now.
delete from command.scheduled_tasks where task_name = 'revocations';

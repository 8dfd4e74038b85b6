-- An address that a user wants stands in the envelope only, under the user's data key, until it is confirmed.
alter table command.mail_token
 drop constraint mail_token_purpose_check,
 add constraint mail_token_purpose_check check (purpose in ('verify-email', 'reset-password', 'change-email')),
 add column envelope jsonb;
comment on column command.mail_token.envelope is 'The address that is to be confirmed; removed once the token is used.';

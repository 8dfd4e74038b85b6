-- No project could be archived before, so what is stored already is right.
alter table ${schema}.projects add column archived boolean not null default false;

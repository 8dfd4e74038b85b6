-- A function means what it says whoever calls it: names are looked up in the catalogue only.
alter function log.refuse_change() set search_path = pg_catalog, pg_temp;
alter function log.begin_epoch() set search_path = pg_catalog, pg_temp;

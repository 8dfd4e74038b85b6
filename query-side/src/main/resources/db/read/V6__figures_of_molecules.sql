-- What the statistics of a project ask of each of its molecules: in one narrow index, so that a quarter of a million
-- wide rows need not be read.
alter table ${schema}.molecules add column log_p double precision;
update ${schema}.molecules set log_p = cast(descriptors ->> 'logP' as double precision);
create index molecules_in_figures on ${schema}.molecules (project_id, created_at)
  include (created_by, archived, average_mass, log_p);

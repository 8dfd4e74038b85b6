-- The further orders in which a project's molecules are listed. Erased molecules have no mass and come last.
create index molecules_by_update on ${schema}.molecules (project_id, updated_at, id);
create index molecules_by_mass on ${schema}.molecules (project_id, (coalesce(average_mass, 'infinity')), id);

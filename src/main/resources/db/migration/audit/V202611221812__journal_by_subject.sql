-- A thing's page shows what was done to it.
create index on audit.entry (subject_id, id desc);

-- By which an organisation knows the files again that it made, and those of another for another's.
alter table organization.organization add column mark uuid not null default gen_random_uuid();

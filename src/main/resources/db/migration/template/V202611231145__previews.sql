-- Filled templates that came back: looked at, applied part by part, forgotten after a day. Each person's own.
create schema if not exists template;
grant usage on schema template to ${app};

create table template.preview (
    id uuid primary key,
    person_id uuid not null,
    template text not null,
    name text not null check (length(name) between 1 and 200),
    content bytea not null check (length(content) <= 20971520),
    missing integer not null,
    sent_at timestamptz not null,
    applying_at timestamptz,
    touched_at timestamptz,
    attempts integer not null default 0,
    finished_at timestamptz
);
alter table template.preview enable row level security;
create policy own on template.preview
    using (person_id = (select access.person()))
    with check (person_id = (select access.person()));
create policy system_select on template.preview for select
    using ((select access.person()) is null and coalesce(current_setting('cairn.system', true), '') <> '');
create policy system_update on template.preview for update
    using ((select access.person()) is null and coalesce(current_setting('cairn.system', true), '') <> '');
create policy system_delete on template.preview for delete
    using ((select access.person()) is null and coalesce(current_setting('cairn.system', true), '') <> '');
grant select, insert, update, delete on template.preview to ${app};
create index on template.preview (person_id, sent_at);
create index on template.preview (touched_at) where applying_at is not null and finished_at is null;

-- What becomes, and then became, of each row. Part: rows that are applied together.
create table template.preview_row (
    preview_id uuid not null references template.preview on delete cascade,
    person_id uuid not null,
    place integer not null,
    part integer not null,
    sheet text not null,
    line integer not null,
    kind text not null check (kind in ('CREATE', 'CHANGE', 'NONE', 'REFUSED')),
    item_id uuid,
    about text not null,
    cells jsonb not null,
    refusals jsonb not null,
    outcome text check (outcome in ('APPLIED', 'REFUSED')),
    primary key (preview_id, place)
);
alter table template.preview_row enable row level security;
create policy own on template.preview_row
    using (person_id = (select access.person()))
    with check (person_id = (select access.person()));
create policy system_select on template.preview_row for select
    using ((select access.person()) is null and coalesce(current_setting('cairn.system', true), '') <> '');
create policy system_delete on template.preview_row for delete
    using ((select access.person()) is null and coalesce(current_setting('cairn.system', true), '') <> '');
grant select, insert, update, delete on template.preview_row to ${app};

-- Which thing a row of a file became, so that the same file finds it again.
create table template.remembered (
    person_id uuid not null,
    file text not null,
    item_id uuid not null,
    sheet text not null,
    line integer not null,
    row_digest text not null,
    version integer not null,
    primary key (person_id, file, sheet, item_id)
);
alter table template.remembered enable row level security;
create policy own on template.remembered
    using (person_id = (select access.person()))
    with check (person_id = (select access.person()));
grant select, insert, update, delete on template.remembered to ${app};

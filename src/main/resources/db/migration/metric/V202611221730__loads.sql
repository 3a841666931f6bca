-- Door: where a load gathers its rows, the transaction's own. Rows cannot be copied into tables under row security, and the
-- application makes no tables, so the owner makes this one; it goes with the transaction.
create function metric.open_load() returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform access.keys();
    create temporary table load_line (
        -- 0 for what was there before
        line bigint not null,
        metric_id uuid not null,
        period_start date not null,
        period_end date not null,
        value numeric,
        numerator numeric,
        denominator numeric,
        weight numeric,
        settled boolean not null,
        note text,
        revision int not null
    ) on commit drop;
    grant select, insert, delete on pg_temp.load_line to ${app};
end
$$;

-- Door: lets the planner know how much was gathered.
create function metric.weigh_load() returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform access.keys();
    analyze pg_temp.load_line;
end
$$;
grant execute on function metric.open_load(), metric.weigh_load() to ${app};

-- Files that were sent to be looked at before they are kept: each person's own, for an hour.
create table metric.upload (
    id uuid primary key,
    person_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    content bytea not null check (length(content) <= 20971520),
    digest text not null,
    uploaded_at timestamptz not null,
    applied_at timestamptz
);
alter table metric.upload enable row level security;
create policy own on metric.upload
    using (person_id = (select access.person()))
    with check (person_id = (select access.person()));
create policy expired on metric.upload for delete
    using ((select access.person()) is null and (select access.keys()) is not null);
grant select, insert, update, delete on metric.upload to ${app};
create index on metric.upload (person_id, uploaded_at);

-- Money that one person gives out to others beside all curves. Read by its holder and compensation.
create table incentive.pool (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    period_start date not null,
    period_end date not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    amount numeric(19, 4) not null check (amount >= 0),
    holder_id uuid not null,
    created_by uuid,
    created_at timestamptz not null,
    audience_kind text not null,
    audience_id uuid not null,
    check (period_end >= period_start)
);
select access.protect_append_only('incentive.pool');
create index on incentive.pool (holder_id, period_end);

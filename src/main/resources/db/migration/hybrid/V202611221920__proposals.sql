-- A red metric asks for an objective. What is proposed carries the metric's key.
create schema hybrid;
grant usage on schema hybrid to ${app};

create table hybrid.proposal (
    id uuid primary key,
    metric_id uuid not null,
    trigger text not null check (trigger in ('RED', 'SPC_SIGNAL', 'TREND')),
    period_start date not null,
    period_end date not null,
    value numeric(38, 18) not null,
    suggested_objective text not null check (length(suggested_objective) between 5 and 200),
    suggested_name text not null check (length(suggested_name) between 1 and 200),
    baseline numeric(24, 6) not null,
    target numeric(24, 6) not null,
    comparator text not null,
    stretch numeric(24, 6),
    cycle_id uuid,
    state text not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'MERGED', 'DISMISSED', 'EXPIRED')),
    raised_on date not null,
    decided_on date,
    decided_by uuid,
    reason text check (length(reason) between 1 and 2000),
    objective_id uuid,
    -- no other proposal for a period that begins by then
    quiet_until date,
    -- the first period after it that was back on target, and how many periods that took
    recovered_on date,
    recovered_after int check (recovered_after > 0),
    version int not null default 1,
    audience_kind text not null,
    audience_id uuid not null,
    check ((state = 'OPEN') = (decided_on is null)),
    check ((recovered_on is null) = (recovered_after is null))
);
select access.protect('hybrid.proposal');
create unique index proposal_open on hybrid.proposal (metric_id) where state = 'OPEN';
create index on hybrid.proposal (metric_id, id desc);
create index on hybrid.proposal (state, id desc);
create index on hybrid.proposal (objective_id) where objective_id is not null;

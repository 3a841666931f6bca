create schema cycle;
grant usage on schema cycle to ${app};

create table cycle.cycle (
    id uuid primary key,
    name text not null check (length(trim(name)) between 1 and 100),
    kind text not null check (kind in ('MULTI_YEAR', 'ANNUAL', 'HALF', 'QUARTER', 'MONTH', 'WEEK', 'CUSTOM')),
    starts_on date not null,
    ends_on date not null,
    parent_id uuid references cycle.cycle (id),
    phase text not null default 'PLANNING' check (phase in ('PLANNING', 'ACTIVE', 'SCORING', 'CLOSED')),
    cadence text not null default 'WEEKLY' check (cadence in ('WEEKLY', 'BIWEEKLY', 'MONTHLY')),
    version int not null default 1,
    check (ends_on >= starts_on)
);
create index on cycle.cycle (starts_on, ends_on);
create index on cycle.cycle (parent_id);
select access.protect_directory('cycle.cycle', 'CHAMP', 'ADMIN');

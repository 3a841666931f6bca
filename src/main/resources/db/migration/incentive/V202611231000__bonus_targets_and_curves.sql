-- What somebody may earn, and the curves that turn attainment into pay.
create schema incentive;
grant usage on schema incentive to ${app};

-- Effective from a day until the next one. Rows are only added: of several for one day the newest, by its id, holds.
create table incentive.bonus_target (
    id uuid primary key,
    person_id uuid not null,
    amount numeric(18, 4) not null check (amount >= 0),
    currency char(3) not null,
    basis text not null check (basis in ('YEAR', 'QUARTER')),
    effective_from date not null,
    note text not null default '' check (length(note) <= 2000),
    recorded_by uuid,
    recorded_at timestamptz not null,
    audience_kind text not null,
    audience_id uuid not null
);
select access.protect_append_only('incentive.bonus_target', '{HR,COMP}');
create index on incentive.bonus_target (person_id, effective_from desc, id desc);

-- Employee and manager read it by its key, but only HR and compensation write it, in their own name and never their own pay.
create policy four_eyes on incentive.bonus_target as restrictive for insert
    with check ((select access.roles())::text[] && '{HR,COMP}'
                and recorded_by is not distinct from (select access.person())
                and person_id is distinct from (select access.person())
                and audience_kind = 'pay'
                and audience_id = access.key('pay', person_id::text));

create table incentive.payout_curve (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    points jsonb not null,
    stepped boolean not null,
    objective_cap numeric(24, 6) check (objective_cap >= 0),
    retired boolean not null default false,
    version int not null default 1
);
select access.protect_directory('incentive.payout_curve', 'HR', 'COMP');
create unique index payout_curve_name on incentive.payout_curve (lower(name)) where not retired;

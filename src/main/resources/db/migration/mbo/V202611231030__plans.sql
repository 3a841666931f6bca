-- What one person is accountable for in a period. Plans and all that hangs from them are between employee, manager and HR; what
-- HR decides about them is written as the system, once the use case has asked who it is.
create schema mbo;
grant usage on schema mbo to ${app};

create table mbo.plan (
    id uuid primary key,
    employee_id uuid not null,
    -- who managed the employee when the plan was last acted on; while it is open the organisation says who does
    manager_id uuid not null,
    period text not null check (period in ('QUARTER', 'HALF', 'YEAR')),
    cycle_id uuid,
    starts_on date not null,
    ends_on date not null,
    pays boolean not null,
    state text not null check (state in ('DRAFT', 'PENDING_EMPLOYEE', 'PENDING_MANAGER', 'AGREED', 'ACTIVE', 'AMENDMENT', 'MEASURE',
                                         'SCORED', 'DISPUTED', 'PENDING_COMP', 'APPROVED', 'PAID', 'CANCELLED')),
    -- the terms as they are written, or as they were agreed last
    terms jsonb not null,
    drafted_by uuid,
    agreed_on date,
    scored_by uuid,
    scored_on date,
    reason text,
    version int not null default 1,
    audience_kind text not null,
    audience_id uuid not null,
    check (ends_on >= starts_on)
);
select access.protect('mbo.plan');
create index on mbo.plan (employee_id, ends_on desc, id);
create index on mbo.plan (starts_on) where state = 'AGREED';
create index on mbo.plan (ends_on) where state in ('ACTIVE', 'AMENDMENT');

-- One line of a plan: what was estimated and settled of it. Its terms are in the plan; its goal begins when they are agreed.
create table mbo.objective (
    id uuid primary key,
    plan_id uuid not null references mbo.plan (id) on delete cascade,
    position int not null,
    goal_id uuid,
    payable boolean not null default true check (payable),
    company_objective_id uuid,
    dropped_on date,
    employee_estimate numeric(24, 6),
    employee_level text check (length(employee_level) <= 200),
    employee_comment text not null default '' check (length(employee_comment) <= 4000),
    manager_estimate numeric(24, 6),
    manager_level text check (length(manager_level) <= 200),
    manager_comment text not null default '' check (length(manager_comment) <= 4000),
    final_value numeric(24, 6),
    final_level text check (length(final_level) <= 200),
    -- what a discretionary line is given out of a pool, in the plan's currency
    awarded numeric(18, 4) check (awarded >= 0),
    late_override boolean not null default false,
    audience_kind text not null,
    audience_id uuid not null,
    -- only a goal whose framework pays can be named: an OKR never fits this key
    foreign key (goal_id, payable) references goal.goal (id, payable)
);
select access.protect('mbo.objective');
create index on mbo.objective (plan_id, position);
create unique index on mbo.objective (goal_id);
create index on mbo.objective (company_objective_id);

-- The bridge from a line to the goals of others that it serves; it is seen with the line and carries no figure.
create table mbo.support (
    objective_id uuid not null references mbo.objective (id) on delete cascade,
    goal_id uuid not null,
    audience_kind text not null,
    audience_id uuid not null,
    primary key (objective_id, goal_id)
);
select access.protect('mbo.support');
create index on mbo.support (goal_id);

create table mbo.dispute (
    plan_id uuid not null references mbo.plan (id) on delete cascade,
    number int not null,
    raised_by uuid not null,
    raised_on date not null,
    reason text not null check (length(reason) between 1 and 4000),
    resolved_by uuid,
    resolved_on date,
    resolution text check (length(resolution) between 1 and 4000),
    audience_kind text not null,
    audience_id uuid not null,
    primary key (plan_id, number)
);
select access.protect('mbo.dispute');

-- Scored once for everybody whose plan names it; says nothing of who does.
create table mbo.company_objective (
    id uuid primary key,
    title text not null check (length(title) between 5 and 200),
    why text not null default '' check (length(why) <= 4000),
    starts_on date not null,
    ends_on date not null,
    basis text not null,
    unit text not null default '' check (length(unit) <= 20),
    baseline numeric(24, 6),
    target numeric(24, 6),
    comparator text,
    metric_id uuid,
    final_value numeric(24, 6),
    scored_by uuid,
    scored_on date,
    version int not null default 1,
    check (ends_on >= starts_on)
);
select access.protect_directory('mbo.company_objective', 'HR', 'EXEC');
create index on mbo.company_objective (ends_on desc, id);

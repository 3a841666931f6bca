-- One table for every framework's goals; each row carries its audience's key, and what hangs from it is stamped the same.
create schema goal;
grant usage on schema goal to ${app};

create table goal.goal (
    id uuid primary key,
    framework text not null,
    kind text not null,
    title text not null check (length(title) between 1 and 200),
    why text not null default '' check (length(why) <= 10000),
    state text not null check (state in ('DRAFT', 'ACTIVE', 'ON_HOLD', 'CANCELLED', 'SCORING', 'CLOSED')),
    level text not null check (level in ('COMPANY', 'DEPARTMENT', 'TEAM', 'INDIVIDUAL')),
    horizon text not null check (horizon in ('STRATEGIC', 'TACTICAL')),
    ambition text not null check (ambition in ('COMMITTED', 'ASPIRATIONAL', 'LEARNING')),
    progress_mode text not null default 'KR_ONLY' check (progress_mode in ('KR_ONLY', 'ALIGNED_ONLY', 'BOTH', 'MANUAL')),
    owner_team_id uuid,
    owner_person_id uuid,
    lead_id uuid not null,
    author_id uuid,
    cycle_id uuid,
    starts_on date,
    ends_on date,
    activated_on date,
    held_on date,
    state_reason text,
    -- whether a bonus line may ever name it: part of the key such a line would have to reference
    payable boolean not null,
    visibility text not null check (visibility in ('PUBLIC_ORG', 'TEAM', 'PRIVATE_PAIR_HR', 'PRIVATE_COMP', 'RESTRICTED_LIST')),
    progress numeric(38, 18),
    expected numeric(38, 18),
    pace text check (pace in ('ON_TRACK', 'AT_RISK', 'OFF_TRACK')),
    health text check (health in ('ON_TRACK', 'AT_RISK', 'OFF_TRACK')),
    ahead boolean not null default false,
    overdue boolean not null default false,
    stale boolean not null default false,
    achieved boolean not null default false,
    no_data boolean not null default true,
    suggested_grade numeric(2, 1),
    weakest_measure_id uuid,
    figures_on date,
    version int not null default 1,
    audience_kind text not null,
    audience_id uuid not null,
    check (num_nonnulls(owner_team_id, owner_person_id) = 1),
    check (ends_on >= starts_on),
    unique (id, payable)
);
select access.protect('goal.goal');
create index on goal.goal (cycle_id, state);
create index on goal.goal (owner_team_id);
create index on goal.goal (owner_person_id);
create index on goal.goal (lead_id);
create index on goal.goal (health, cycle_id);
create index goal_open on goal.goal (figures_on, id) where state in ('ACTIVE', 'ON_HOLD', 'SCORING');

create table goal.shared_team (
    goal_id uuid not null references goal.goal (id) on delete cascade,
    team_id uuid not null,
    audience_kind text not null,
    audience_id uuid not null,
    primary key (goal_id, team_id)
);
select access.protect('goal.shared_team');
create index on goal.shared_team (team_id);

create table goal.contributor (
    goal_id uuid not null references goal.goal (id) on delete cascade,
    person_id uuid not null,
    audience_kind text not null,
    audience_id uuid not null,
    primary key (goal_id, person_id)
);
select access.protect('goal.contributor');
create index on goal.contributor (person_id);

create table goal.measure (
    id uuid primary key,
    goal_id uuid not null references goal.goal (id) on delete cascade,
    position int not null,
    name text not null check (length(name) between 1 and 200),
    kind text not null check (kind in ('INCREASE', 'DECREASE', 'MAINTAIN', 'RANGE', 'MILESTONE', 'BOOLEAN', 'RUBRIC', 'KPI_LINKED')),
    nature text not null check (nature in ('VALUE', 'ACTIVITY')),
    unit text not null default '' check (length(unit) <= 20),
    baseline numeric(24, 6),
    target numeric(24, 6),
    relative_target numeric(24, 6),
    comparator text check (comparator in ('GE', 'GT', 'LE', 'LT', 'BETWEEN', 'EQ')),
    low numeric(24, 6),
    high numeric(24, 6),
    floor numeric(24, 6),
    ceiling numeric(24, 6),
    mode text check (mode in ('HIT_RATE', 'DISTANCE', 'LATEST')),
    expected_check_ins int check (expected_check_ins >= 0),
    counting text not null default 'TOTAL' check (counting in ('TOTAL', 'INCREMENT')),
    profile text check (profile in ('LINEAR', 'BACK_LOADED', 'FRONT_LOADED', 'S_CURVE', 'MILESTONES', 'PLAN', 'STEP')),
    plan_points jsonb,
    milestones jsonb,
    levels jsonb,
    open_above boolean not null default false,
    weight numeric(24, 6) not null default 1 check (weight >= 0),
    due_on date,
    owner_id uuid,
    evidence_url text check (length(evidence_url) <= 2000),
    cancelled boolean not null default false,
    -- what the check-ins say now
    current numeric(24, 6),
    rubric_level text,
    hits int not null default 0,
    check_ins int not null default 0,
    confidence smallint check (confidence between 0 and 10),
    last_check_in_on date,
    health_override text check (health_override in ('ON_TRACK', 'AT_RISK', 'OFF_TRACK')),
    -- figures
    raw numeric,
    progress numeric(38, 18),
    expected numeric(38, 18),
    pace text check (pace in ('ON_TRACK', 'AT_RISK', 'OFF_TRACK')),
    health text check (health in ('ON_TRACK', 'AT_RISK', 'OFF_TRACK')),
    ahead boolean not null default false,
    overdue boolean not null default false,
    stale boolean not null default false,
    achieved boolean not null default false,
    no_data boolean not null default true,
    confidence_dropped boolean not null default false,
    version int not null default 1,
    audience_kind text not null,
    audience_id uuid not null
);
select access.protect('goal.measure');
create index on goal.measure (goal_id, position);
create index on goal.measure (owner_id);

-- The targets a measure has had and from when: a change never rewrites what was judged before it.
create table goal.measure_target (
    measure_id uuid not null references goal.measure (id) on delete cascade,
    id uuid not null,
    from_on date not null,
    target numeric(24, 6),
    comparator text,
    low numeric(24, 6),
    high numeric(24, 6),
    changed_by uuid,
    audience_kind text not null,
    audience_id uuid not null,
    primary key (measure_id, id)
);
select access.protect_append_only('goal.measure_target');

-- Append-only: an edit within 24 hours is a further version of the same entry; the newest version of each entry counts.
create table goal.check_in (
    measure_id uuid not null,
    entry_id uuid not null,
    version int not null check (version >= 1),
    goal_id uuid not null,
    author_id uuid,
    at timestamptz not null,
    recorded_at timestamptz not null,
    value numeric(24, 6),
    milestones jsonb,
    level text,
    confidence smallint check (confidence between 0 and 10),
    health_override text check (health_override in ('ON_TRACK', 'AT_RISK', 'OFF_TRACK')),
    note text not null default '' check (length(note) <= 4000),
    audience_kind text not null,
    audience_id uuid not null,
    primary key (measure_id, entry_id, version)
);
select access.protect_append_only('goal.check_in');
create index on goal.check_in (measure_id, at desc);
create index on goal.check_in (goal_id, at desc, entry_id desc);
create index on goal.check_in (author_id, at desc);

-- A row when a goal's figures change; the days between take the row before.
create table goal.figure (
    goal_id uuid not null references goal.goal (id) on delete cascade,
    day date not null,
    progress numeric(38, 18),
    expected numeric(38, 18),
    health text,
    audience_kind text not null,
    audience_id uuid not null,
    primary key (goal_id, day)
);
select access.protect('goal.figure');

-- Child to parent. Seen only by those who hold both ends' keys.
create table goal.link (
    child_id uuid not null references goal.goal (id) on delete cascade,
    parent_id uuid not null references goal.goal (id) on delete cascade,
    kind text not null check (kind in ('CONTRIBUTES', 'SUPPORTS', 'SHARED', 'DEPENDS_ON', 'DERIVED_FROM')),
    rollup boolean not null,
    share numeric(24, 6) not null check (share >= 0),
    weight numeric(24, 6) not null check (weight >= 0),
    measure_id uuid references goal.measure (id) on delete set null,
    audience_kind text not null,
    audience_id uuid not null,
    parent_audience_kind text not null,
    parent_audience_id uuid not null,
    primary key (child_id, parent_id),
    check (child_id <> parent_id),
    check (not rollup or kind in ('CONTRIBUTES', 'SHARED'))
);
select access.protect('goal.link');
create policy key_parent on goal.link as restrictive for all
    using (parent_audience_id = any ((select access.keys())::uuid[])
           or parent_audience_kind = any ((select access.wide())::text[]));
create index on goal.link (parent_id);
create index on goal.link (parent_audience_id);

create table goal.initiative (
    id uuid primary key,
    goal_id uuid not null references goal.goal (id) on delete cascade,
    title text not null check (length(title) between 1 and 200),
    owner_id uuid,
    due_on date,
    status text not null default 'TODO' check (status in ('TODO', 'DOING', 'DONE', 'DROPPED')),
    measure_ids uuid[] not null default '{}',
    version int not null default 1,
    audience_kind text not null,
    audience_id uuid not null
);
select access.protect('goal.initiative');
create index on goal.initiative (goal_id);

-- Door: stamps everything that hangs from a goal with the goal's key, when its audience changes. The goal's own row is
-- written first, under row security, so whoever may not write it stops there.
create function goal.restamp(of_goal uuid) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    key_kind text;
    key_id uuid;
begin
    select g.audience_kind, g.audience_id into key_kind, key_id from goal.goal g where g.id = of_goal;
    if not (key_id = any (access.keys()) or key_kind = any (access.wide())) then
        raise exception 'this goal is not held' using errcode = '42501';
    end if;
    update goal.shared_team x set audience_kind = key_kind, audience_id = key_id where x.goal_id = of_goal;
    update goal.contributor x set audience_kind = key_kind, audience_id = key_id where x.goal_id = of_goal;
    update goal.measure x set audience_kind = key_kind, audience_id = key_id where x.goal_id = of_goal;
    update goal.measure_target x set audience_kind = key_kind, audience_id = key_id
     where x.measure_id in (select m.id from goal.measure m where m.goal_id = of_goal);
    update goal.check_in x set audience_kind = key_kind, audience_id = key_id where x.goal_id = of_goal;
    update goal.figure x set audience_kind = key_kind, audience_id = key_id where x.goal_id = of_goal;
    update goal.initiative x set audience_kind = key_kind, audience_id = key_id where x.goal_id = of_goal;
    update goal.link x set audience_kind = key_kind, audience_id = key_id where x.child_id = of_goal;
    update goal.link x set parent_audience_kind = key_kind, parent_audience_id = key_id where x.parent_id = of_goal;
    -- What was written of a draft is read by whoever may read the goal now; of a goal that is now open to all it stays
    -- with those who wrote it.
    if key_kind <> 'everyone' then
        update audit.entry x set audience_kind = key_kind, audience_id = key_id
         where x.goal_id = of_goal and x.audience_kind = 'list';
    end if;
end
$$;

-- Door: whether the parent already stands below the child, hidden goals included; one walk upwards at a time.
create function goal.would_loop(child uuid, parent uuid) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform pg_advisory_xact_lock(hashtext('goal.link'));
    return exists (
        with recursive above (id) as (
            select parent
            union
            select l.parent_id from goal.link l join above a on l.child_id = a.id)
        select 1 from above where above.id = child);
end
$$;

-- Door: whether any goal, hidden ones too, belongs to a team or a person; answers yes or no and nothing else.
create function goal.team_in_use(team uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from goal.goal g where g.owner_team_id = team)
        or exists (select 1 from goal.shared_team s where s.team_id = team)
$$;
grant execute on function goal.restamp(uuid), goal.would_loop(uuid, uuid), goal.team_in_use(uuid) to ${app};

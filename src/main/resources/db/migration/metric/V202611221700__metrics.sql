-- One time series per metric; what hangs from a metric carries the metric's key.
create schema metric;
grant usage on schema metric to ${app};

create table metric.metric (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    state text not null check (state in ('DRAFT', 'ACTIVE', 'PAUSED', 'RETIRED')),
    unit text not null default '' check (length(unit) <= 20),
    decimals int not null check (decimals between 0 and 6),
    direction text not null check (direction in ('HIGHER', 'LOWER', 'BAND', 'NONE')),
    frequency text not null check (frequency in ('DAILY', 'WEEKLY', 'BIWEEKLY', 'MONTHLY', 'QUARTERLY', 'ANNUAL')),
    time_aggregation text not null,
    org_aggregation text not null,
    category text not null default '' check (length(category) <= 50),
    level text not null check (level in ('ORG', 'TEAM', 'INDIVIDUAL')),
    lead_lag text not null default 'CURRENT' check (lead_lag in ('LEADING', 'LAGGING', 'CURRENT')),
    segment text not null default '' check (length(segment) <= 200),
    source text not null default '' check (length(source) <= 200),
    definition text not null default '' check (length(definition) <= 10000),
    includes text not null default '' check (length(includes) <= 4000),
    excludes text not null default '' check (length(excludes) <= 4000),
    consequences text not null default '' check (length(consequences) <= 4000),
    -- computed from other metrics: an expression over {id}, or the metrics below it by org_aggregation
    formula text check (length(formula) <= 4000),
    adds_up boolean not null default false,
    parent_id uuid,
    team_id uuid,
    owner_id uuid not null,
    visibility text not null check (visibility in ('PUBLIC_ORG', 'TEAM', 'PRIVATE_PAIR_HR', 'RESTRICTED_LIST')),
    breach_periods int not null default 1 check (breach_periods between 1 and 12),
    use_spc boolean not null default false,
    propose_okr boolean not null default true,
    -- limits are taken anew from this period on: a confirmed shift, or the newest definition
    limits_from date,
    definition_version int not null default 1,
    defined_from date,
    -- what the measurements say
    period_start date,
    period_end date,
    value numeric(38, 18),
    provisional boolean not null default false,
    data_error boolean not null default false,
    previous_value numeric(38, 18),
    year_ago_value numeric(38, 18),
    recent numeric[] not null default '{}',
    judged_target_id uuid,
    target numeric(24, 6),
    comparator text,
    amber_at numeric(24, 6),
    low numeric(24, 6),
    high numeric(24, 6),
    -- judged: what the newest value is, as if it had come today; status: the same once it is overdue
    judged text not null default 'NO_DATA' check (judged in ('GREEN', 'AMBER', 'RED', 'NO_DATA', 'MONITOR')),
    status text not null default 'NO_DATA' check (status in ('GREEN', 'AMBER', 'RED', 'NO_DATA', 'STALE', 'MONITOR')),
    score numeric(38, 18),
    trend text check (trend in ('UP', 'DOWN', 'STABLE')),
    signal text,
    note_missing boolean not null default false,
    stale_on date,
    version int not null default 1,
    audience_kind text not null,
    audience_id uuid not null,
    check (formula is null or not adds_up)
);
select access.protect('metric.metric');
create index on metric.metric (name, id);
create index on metric.metric (owner_id);
create index on metric.metric (team_id);
create index on metric.metric (parent_id);
create index on metric.metric (status, name, id);
create index metric_going_stale on metric.metric (stale_on) where state = 'ACTIVE' and status <> 'STALE';

-- Which metrics a computed one is made of.
create table metric.input (
    metric_id uuid not null,
    input_id uuid not null,
    audience_kind text not null,
    audience_id uuid not null,
    primary key (metric_id, input_id)
);
select access.protect('metric.input');
create index on metric.input (input_id);

-- Effective-dated: the period's last day decides which target it is judged by.
create table metric.target (
    metric_id uuid not null,
    id uuid not null,
    from_on date not null,
    to_on date,
    target numeric(24, 6),
    comparator text not null,
    amber_at numeric(24, 6),
    low numeric(24, 6),
    high numeric(24, 6),
    set_by uuid,
    recorded_at timestamptz not null,
    audience_kind text not null,
    audience_id uuid not null,
    primary key (metric_id, id),
    check (to_on >= from_on)
);
select access.protect('metric.target');
create index on metric.target (metric_id, from_on);

-- What a metric meant, and from when.
create table metric.definition (
    metric_id uuid not null,
    version int not null,
    from_on date not null,
    meant jsonb not null,
    changed_by uuid,
    recorded_at timestamptz not null,
    audience_kind text not null,
    audience_id uuid not null,
    primary key (metric_id, version)
);
select access.protect_append_only('metric.definition');

-- Append-only: a correction is a further revision of its period; the newest counts.
create table metric.measurement (
    metric_id uuid not null,
    period_start date not null,
    revision int not null,
    period_end date not null,
    value numeric(38, 18),
    numerator numeric(24, 6),
    denominator numeric(24, 6),
    weight numeric(24, 6),
    status text not null check (status in ('PROVISIONAL', 'FINAL', 'CORRECTED')),
    source text not null check (source in ('MANUAL', 'FILE', 'API', 'FORMULA', 'CONNECTOR')),
    note text not null default '' check (length(note) <= 4000),
    entered_by uuid,
    recorded_at timestamptz not null,
    audience_kind text not null,
    audience_id uuid not null,
    primary key (metric_id, period_start, revision),
    check (period_end >= period_start),
    check (denominator is null or numerator is not null)
);
select access.protect_append_only('metric.measurement');

-- A change of status or a signal that somebody should know of.
create table metric.alert (
    id uuid primary key,
    metric_id uuid not null,
    period_start date not null,
    from_status text,
    to_status text,
    rule text,
    raised_at timestamptz not null,
    acknowledged_by uuid,
    acknowledged_at timestamptz,
    audience_kind text not null,
    audience_id uuid not null
);
select access.protect('metric.alert');
create index on metric.alert (metric_id, id desc);
create index alert_open on metric.alert (id desc) where acknowledged_at is null;

-- Door: stamps everything that hangs from a metric with the metric's key, when its audience changes.
create function metric.restamp(of_metric uuid) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    key_kind text;
    key_id uuid;
begin
    select m.audience_kind, m.audience_id into key_kind, key_id from metric.metric m where m.id = of_metric;
    if not (key_id = any (access.keys()) or key_kind = any (access.wide_to_write('{}'))) then
        raise exception 'this metric is not held' using errcode = '42501';
    end if;
    update metric.input x set audience_kind = key_kind, audience_id = key_id where x.metric_id = of_metric;
    update metric.target x set audience_kind = key_kind, audience_id = key_id where x.metric_id = of_metric;
    update metric.definition x set audience_kind = key_kind, audience_id = key_id where x.metric_id = of_metric;
    update metric.measurement x set audience_kind = key_kind, audience_id = key_id where x.metric_id = of_metric;
    update metric.alert x set audience_kind = key_kind, audience_id = key_id where x.metric_id = of_metric;
    -- What was written of it while it was open to fewer stays with them; what was open to more becomes narrower with it.
    if key_kind <> 'everyone' then
        update audit.entry x set audience_kind = key_kind, audience_id = key_id
         where x.subject_kind = 'metric' and x.subject_id = of_metric;
    end if;
end
$$;

-- Door: whether the input is already made of the metric, hidden ones included; one walk at a time.
create function metric.would_loop(metric uuid, inputs uuid[]) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform pg_advisory_xact_lock(hashtext('metric.input'));
    return exists (
        with recursive below (id) as (
            select unnest(inputs)
            union
            select i.input_id from metric.input i join below b on i.metric_id = b.id)
        select 1 from below where below.id = metric);
end
$$;

-- Door: whether the metric already stands above the one that is to stand above it, hidden ones included.
create function metric.above_itself(metric uuid, parent uuid) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform pg_advisory_xact_lock(hashtext('metric.parent'));
    return exists (
        with recursive above (id) as (
            select parent
            union
            select m.parent_id from metric.metric m join above a on m.id = a.id where m.parent_id is not null)
        select 1 from above where above.id = metric);
end
$$;

-- Door: whether a metric that is made of this one, or adds it up from above, is open to others than those who hold the key;
-- hidden ones included, because they would show it.
create function metric.shows_through(metric uuid, parent uuid, key uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from metric.input i join metric.metric m on m.id = i.metric_id
                    where i.input_id = metric and m.audience_id <> key)
        or exists (select 1 from metric.metric m where m.id = parent and m.adds_up and m.audience_id <> key)
$$;

-- Door: whether any metric, hidden ones too, belongs to a team; answers yes or no and nothing else.
create function metric.team_in_use(team uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from metric.metric m where m.team_id = team)
$$;

-- What is computed for others goes on as the system within the same transaction, and hands the keyring back afterwards.
create function access.elevate(named text) returns text[]
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    held constant text[] := array[coalesce(current_setting('cairn.person', true), ''),
        coalesce(current_setting('cairn.keys', true), ''), coalesce(current_setting('cairn.wide', true), ''),
        coalesce(current_setting('cairn.roles', true), ''), coalesce(current_setting('cairn.system', true), ''),
        coalesce(current_setting('cairn.wide_to_write', true), '')];
begin
    perform access.keys();
    perform access.enter_system(named);
    return held;
end
$$;

create function access.hand_back(held text[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform set_config('cairn.person', held[1], true);
    perform set_config('cairn.keys', held[2], true);
    perform set_config('cairn.wide', held[3], true);
    perform set_config('cairn.roles', held[4], true);
    perform set_config('cairn.system', held[5], true);
    perform set_config('cairn.wide_to_write', held[6], true);
end
$$;
grant execute on function metric.restamp(uuid), metric.would_loop(uuid, uuid[]), metric.above_itself(uuid, uuid),
    metric.shows_through(uuid, uuid, uuid), metric.team_in_use(uuid),
    access.elevate(text), access.hand_back(text[]) to ${app};

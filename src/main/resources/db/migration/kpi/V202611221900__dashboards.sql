-- Dashboards of KPIs. What hangs from a dashboard carries its key; what a tile shows is guarded by the metric's own.
create schema kpi;
grant usage on schema kpi to ${app};

create table kpi.dashboard (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    owner_id uuid not null,
    audience text not null check (audience in ('PRIVATE', 'TEAM', 'EVERYONE')),
    team_id uuid check ((team_id is not null) = (audience = 'TEAM')),
    version int not null default 1,
    audience_kind text not null,
    audience_id uuid not null
);
select access.protect('kpi.dashboard');
create index on kpi.dashboard (owner_id);
create index on kpi.dashboard (team_id);

create table kpi.tile (
    dashboard_id uuid not null references kpi.dashboard (id) on delete cascade,
    metric_id uuid not null,
    position int not null check (position >= 0),
    wide boolean not null,
    audience_kind text not null,
    audience_id uuid not null,
    primary key (dashboard_id, metric_id)
);
select access.protect('kpi.tile');
create index on kpi.tile (dashboard_id, position);

-- The dashboard somebody begins with.
create table kpi.beginning (
    person_id uuid primary key,
    dashboard_id uuid not null,
    audience_kind text not null,
    audience_id uuid not null
);
select access.protect('kpi.beginning');

-- Door: whether any dashboard, hidden ones too, belongs to a team; answers yes or no and nothing else.
create function kpi.team_in_use(team uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from kpi.dashboard d where d.team_id = team)
$$;
grant execute on function kpi.team_in_use(uuid) to ${app};

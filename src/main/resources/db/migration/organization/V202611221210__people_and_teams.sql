create schema organization;
grant usage on schema organization to ${app};

-- One organisation per installation.
create table organization.organization (
    id boolean primary key default true check (id),
    name text not null check (length(trim(name)) between 1 and 200),
    zone text not null,
    currency text not null default 'EUR',
    version int not null default 1
);
select access.protect_directory('organization.organization', 'ADMIN');

create table organization.person (
    id uuid primary key,
    name text not null check (length(trim(name)) between 1 and 200),
    email text not null check (length(email) between 3 and 254),
    job_title text not null default '' check (length(job_title) <= 200),
    job_family text not null default '' check (length(job_family) <= 200),
    level text not null default '' check (length(level) <= 50),
    external_id text unique check (length(external_id) between 1 and 200),
    manager_id uuid references organization.person (id),
    status text not null default 'ACTIVE' check (status in ('ACTIVE', 'LEFT')),
    left_on date,
    version int not null default 1,
    check (manager_id <> id)
);
create unique index person_email on organization.person (lower(email));
create index on organization.person (manager_id);
create index on organization.person (name, id);
select access.protect_directory('organization.person', 'ADMIN');

-- Who stands above whom, at any distance; a person stands above nobody at distance 0 but themselves.
create table organization.reporting_line (
    manager_id uuid not null references organization.person (id),
    person_id uuid not null references organization.person (id),
    depth int not null check (depth >= 0),
    primary key (manager_id, person_id)
);
create index on organization.reporting_line (person_id, depth);
select access.protect_directory('organization.reporting_line', 'ADMIN');

create table organization.team (
    id uuid primary key,
    name text not null check (length(trim(name)) between 1 and 200),
    kind text not null check (kind in ('COMPANY', 'DEPARTMENT', 'TEAM')),
    parent_id uuid references organization.team (id),
    leader_id uuid references organization.person (id),
    version int not null default 1,
    check (parent_id <> id),
    check ((kind = 'COMPANY') = (parent_id is null))
);
create unique index team_one_company on organization.team (kind) where kind = 'COMPANY';
create index on organization.team (parent_id);
create index on organization.team (leader_id);
select access.protect_directory('organization.team', 'ADMIN');

-- The team tree as a closure, distance 0 included.
create table organization.team_line (
    above_id uuid not null references organization.team (id) on delete cascade,
    team_id uuid not null references organization.team (id) on delete cascade,
    depth int not null check (depth >= 0),
    primary key (above_id, team_id)
);
create index on organization.team_line (team_id, depth);
select access.protect_directory('organization.team_line', 'ADMIN');

create table organization.team_member (
    team_id uuid not null references organization.team (id),
    person_id uuid not null references organization.person (id),
    primary key (team_id, person_id)
);
create index on organization.team_member (person_id);
select access.protect_directory('organization.team_member', 'ADMIN');

-- What a viewer holds now: everyone, their teams and those below the ones they lead, their own pair, pay and account,
-- their direct reports' pair and pay, their lists. Null keys: nobody active has this id.
create function access.keyring(viewer uuid, out keys uuid[], out wide text[], out roles text[])
    language sql stable security definer set search_path = pg_catalog as $$
    select case when exists (select 1 from organization.person p where p.id = viewer and p.status = 'ACTIVE') then
             array(
               select access.key('everyone', '')
               union all
               select access.key(k, viewer::text) from unnest(array['pair', 'pay', 'account']) as k
               union all
               select access.key('team', m.team_id::text) from organization.team_member m where m.person_id = viewer
               union
               select access.key('team', l.team_id::text)
                 from organization.team t join organization.team_line l on l.above_id = t.id
                where t.leader_id = viewer
               union all
               select access.key(k, p.id::text)
                 from organization.person p cross join unnest(array['pair', 'pay']) as k
                where p.manager_id = viewer
               union all
               select m.audience_id from access.list_member m
                where m.person_id = viewer
                   or m.leader_of in (select t.id from organization.team t where t.leader_id = viewer)
                   or m.role in (select g.role from access.role_grant g where g.person_id = viewer))
           end,
           array(
             select distinct w
               from access.role_grant g
               join (values ('EXEC', 'team'), ('CHAMP', 'team'), ('HR', 'pair'), ('HR', 'pay'), ('COMP', 'pay'),
                            ('ADMIN', 'account')) as duty (role, w) on duty.role = g.role
              where g.person_id = viewer),
           array(select g.role from access.role_grant g where g.person_id = viewer order by g.role)
$$;

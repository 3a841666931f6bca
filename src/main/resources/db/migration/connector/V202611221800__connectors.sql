-- Connectors pull metric values on a schedule. Only their owner and administrators see them: queries are not public.
create schema connector;
grant usage on schema connector to ${app};

create table connector.connector (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    kind text not null check (kind in ('POSTGRESQL', 'MARIADB', 'HTTP', 'PROMETHEUS')),
    settings jsonb not null,
    feeds jsonb not null,
    owner_id uuid not null references organization.person (id),
    every_minutes int not null check (every_minutes between 5 and 10080),
    enabled boolean not null,
    created_at timestamptz not null,
    version int not null default 1,
    next_run_at timestamptz not null,
    -- whichever node runs it now; a node that dies is forgotten when the time is over
    claim uuid,
    claimed_until timestamptz,
    failures int not null default 0 check (failures >= 0),
    last_run_at timestamptz,
    last_success_at timestamptz,
    last_outcome text check (last_outcome in ('SUCCEEDED', 'PARTLY', 'FAILED')),
    message text not null default '',
    audience_kind text not null default 'account',
    audience_id uuid not null
);
select access.protect('connector.connector');
create index connector_due on connector.connector (next_run_at) where enabled;
create index on connector.connector (owner_id);

-- AES-256-GCM with a key that is not in the database; apart from the connector, so that nothing reads it by the way.
create table connector.secret (
    connector_id uuid primary key references connector.connector (id) on delete cascade,
    sealed bytea not null,
    audience_kind text not null default 'account',
    audience_id uuid not null
);
select access.protect('connector.secret');

create table connector.run (
    connector_id uuid not null references connector.connector (id) on delete cascade,
    id uuid not null,
    started_at timestamptz not null,
    ended_at timestamptz not null,
    by_hand boolean not null,
    outcome text not null check (outcome in ('SUCCEEDED', 'PARTLY', 'FAILED')),
    rows_read int not null,
    stored int not null,
    unchanged int not null,
    refused int not null,
    message text not null,
    audience_kind text not null default 'account',
    audience_id uuid not null,
    primary key (connector_id, id)
);
select access.protect('connector.run');

-- Private hosts that connectors may reach all the same: a host, or a host with a port.
create table connector.allowed_host (
    host text primary key check (length(host) between 1 and 300),
    note text not null default '' check (length(note) <= 200),
    added_at timestamptz not null,
    added_by uuid not null references organization.person (id)
);
select access.protect_directory('connector.allowed_host', 'ADMIN');

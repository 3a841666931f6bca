create schema audit;
grant usage on schema audit to ${app};

-- One row per action, written in the action's own transaction, with the key of what it describes.
create table audit.entry (
    id uuid not null,
    recorded_at timestamptz not null,
    actor_id uuid,
    actor_name text not null,
    action text not null,
    subject_kind text not null,
    subject_id uuid not null,
    goal_id uuid,
    summary text not null,
    before jsonb,
    after jsonb,
    reason text,
    audience_kind text not null,
    audience_id uuid not null,
    primary key (subject_id, id)
);
create index on audit.entry (id desc);
create index on audit.entry (goal_id, id desc);
create index on audit.entry (actor_id, id desc);
select access.protect_append_only('audit.entry');

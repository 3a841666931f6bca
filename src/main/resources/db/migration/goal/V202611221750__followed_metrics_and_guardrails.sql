-- A measure may take its values from a metric; everybody who sees the goal sees the metric.
alter table goal.measure
    add column metric_id uuid,
    add column next_value_on date,
    add check (metric_id is null or kind = 'KPI_LINKED');
create index on goal.measure (metric_id) where metric_id is not null;

-- Metrics that must not suffer while the goal is pursued.
create table goal.guardrail (
    goal_id uuid not null references goal.goal (id) on delete cascade,
    metric_id uuid not null,
    audience_kind text not null,
    audience_id uuid not null,
    primary key (goal_id, metric_id)
);
select access.protect('goal.guardrail');
create index on goal.guardrail (metric_id);

-- The same door as before, with guardrails.
create or replace function goal.restamp(of_goal uuid) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    key_kind text;
    key_id uuid;
begin
    select g.audience_kind, g.audience_id into key_kind, key_id from goal.goal g where g.id = of_goal;
    if not (key_id = any (access.keys()) or key_kind = any (access.wide_to_write('{}'))) then
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
    update goal.guardrail x set audience_kind = key_kind, audience_id = key_id where x.goal_id = of_goal;
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

-- Door: whether a goal, hidden ones included, shows a metric's values to others than those who hold the key.
create function goal.metric_shown(metric uuid, key uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from goal.measure m where m.metric_id = metric and m.audience_id <> key)
        or exists (select 1 from goal.guardrail r where r.metric_id = metric and r.audience_id <> key)
$$;
grant execute on function goal.metric_shown(uuid, uuid) to ${app};

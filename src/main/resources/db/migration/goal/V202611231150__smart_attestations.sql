-- That somebody other than its owner says a goal can be reached. It holds for the words of that moment: what the goal said
-- then is kept beside it, so that a later change shows.
create table goal.smart_attestation (
    goal_id uuid not null references goal.goal (id) on delete cascade,
    id uuid not null,
    measure_id uuid,
    by_id uuid not null,
    said_at timestamptz not null,
    note text not null default '' check (length(note) <= 1000),
    title text not null,
    promise text not null,
    due_on date,
    audience_kind text not null,
    audience_id uuid not null,
    primary key (goal_id, id)
);
select access.protect_append_only('goal.smart_attestation');

-- The same door as before, with attestations.
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
    update goal.smart_attestation x set audience_kind = key_kind, audience_id = key_id where x.goal_id = of_goal;
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

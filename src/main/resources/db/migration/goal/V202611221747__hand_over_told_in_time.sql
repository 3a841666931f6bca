-- The same door as before; its lines in the journal stand where they belong in time.
create or replace function goal.hand_over(leaver uuid, successor uuid, at timestamptz, actor_name text) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    moved uuid[];
begin
    if not 'ADMIN' = any (access.roles()) then
        raise exception 'only administrators hand goals over' using errcode = '42501';
    end if;
    perform 1
      from goal.goal g
     where g.lead_id = leaver
        or exists (select 1 from goal.measure m where m.goal_id = g.id and m.owner_id = leaver)
     order by g.id
       for no key update;
    select coalesce(array_agg(g.id order by g.id), '{}') into moved
      from goal.goal g
     where g.state in ('DRAFT', 'ACTIVE', 'ON_HOLD', 'SCORING')
       and (g.lead_id = leaver and g.owner_person_id is distinct from leaver
            or exists (select 1 from goal.measure m where m.goal_id = g.id and m.owner_id = leaver and not m.cancelled));
    update goal.measure m set owner_id = successor, version = m.version + 1
     where m.goal_id = any (moved) and m.owner_id = leaver and not m.cancelled;
    update goal.goal g set lead_id = successor, version = g.version + 1
     where g.id = any (moved) and g.lead_id = leaver and g.owner_person_id is distinct from leaver;
    insert into access.list_member (list_id, person_id, audience_id)
    select g.id, successor, g.audience_id from goal.goal g
     where g.id = any (moved) and g.audience_kind = 'list' and g.lead_id = successor
    on conflict do nothing;
    insert into audit.entry (id, recorded_at, actor_id, actor_name, action, subject_kind, subject_id, goal_id, summary,
                             audience_kind, audience_id)
    select audit.next_id(), at, access.person(), actor_name, 'goal.handed-over', 'goal', g.id, g.id,
           'handed it from ' || f.name || ' to ' || t.name, g.audience_kind, g.audience_id
      from goal.goal g
      join organization.person f on f.id = leaver
      join organization.person t on t.id = successor
     where g.id = any (moved);
end
$$;

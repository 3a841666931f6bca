-- Door: gives the metrics that somebody owns to a successor, hidden ones too, each with its line in the journal under the
-- metric's own key. What measures the leaver alone stays theirs and is paused. Administrators only.
create function metric.hand_over(leaver uuid, successor uuid, at timestamptz, actor_name text) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if not 'ADMIN' = any (access.roles()) then
        raise exception 'only administrators hand metrics over' using errcode = '42501';
    end if;
    perform 1 from metric.metric m where m.owner_id = leaver order by m.id for no key update;
    with paused as (
        update metric.metric m
           set state = 'PAUSED', status = m.judged, version = m.version + 1
         where m.owner_id = leaver and m.state = 'ACTIVE'
           and (m.level = 'INDIVIDUAL' or m.audience_kind = 'pair')
        returning m.id, m.audience_kind, m.audience_id)
    insert into audit.entry (id, recorded_at, actor_id, actor_name, action, subject_kind, subject_id, summary,
                             audience_kind, audience_id)
    select audit.next_id(), at, access.person(), actor_name, 'metric.paused', 'metric', p.id,
           'paused it because ' || f.name || ' left', p.audience_kind, p.audience_id
      from paused p
      join organization.person f on f.id = leaver;
    with moved as (
        update metric.metric m
           set owner_id = successor, version = m.version + 1
         where m.owner_id = leaver and m.state <> 'RETIRED' and m.level <> 'INDIVIDUAL' and m.audience_kind <> 'pair'
        returning m.id, m.audience_kind, m.audience_id),
    listed as (
        insert into access.list_member (list_id, person_id, audience_id)
        select v.id, successor, v.audience_id from moved v where v.audience_kind = 'list'
        on conflict do nothing)
    insert into audit.entry (id, recorded_at, actor_id, actor_name, action, subject_kind, subject_id, summary,
                             audience_kind, audience_id)
    select audit.next_id(), at, access.person(), actor_name, 'metric.handed-over', 'metric', v.id,
           'handed it from ' || f.name || ' to ' || t.name, v.audience_kind, v.audience_id
      from moved v
      join organization.person f on f.id = leaver
      join organization.person t on t.id = successor;
end
$$;
grant execute on function metric.hand_over(uuid, uuid, timestamptz, text) to ${app};

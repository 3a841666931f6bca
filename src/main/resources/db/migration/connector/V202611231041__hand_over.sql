-- Whoever typed a secret may ask other questions with it; a connector's next owner may not.
alter table connector.secret add column typed_by uuid;
update connector.secret s set typed_by = c.owner_id from connector.connector c where c.id = s.connector_id;
alter table connector.secret alter column typed_by set not null;

-- Door: gives the connectors of somebody who leaves to a successor with their secrets and runs, each with its line in the
-- journal. Administrators only, who hold them all as it is.
create function connector.hand_over(leaver uuid, successor uuid, at timestamptz, actor_name text) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    key constant uuid := access.key('account', successor::text);
begin
    if not 'ADMIN' = any (access.roles()) then
        raise exception 'only administrators hand connectors over' using errcode = '42501';
    end if;
    with handed as (
        update connector.connector c
           set owner_id = successor, audience_id = key, version = c.version + 1
         where c.owner_id = leaver
        returning c.id, c.name),
    secrets as (
        update connector.secret s set audience_id = key from handed h where s.connector_id = h.id),
    runs as (
        update connector.run r set audience_id = key from handed h where r.connector_id = h.id)
    insert into audit.entry (id, recorded_at, actor_id, actor_name, action, subject_kind, subject_id, summary,
                             audience_kind, audience_id)
    select audit.next_id(), at, access.person(), actor_name, 'connector.handed-over', 'connector', h.id,
           'handed the connector “' || h.name || '” from ' || f.name || ' to ' || t.name, 'account', key
      from handed h
      join organization.person f on f.id = leaver
      join organization.person t on t.id = successor;
end
$$;
grant execute on function connector.hand_over(uuid, uuid, timestamptz, text) to ${app};

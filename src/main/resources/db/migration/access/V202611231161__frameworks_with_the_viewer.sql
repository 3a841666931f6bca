-- Door: who holds this secret, and what the organisation does without. One read per request; "seen" is written at most every
-- five minutes.
drop function access.look_up(bytea);
create function access.look_up(secret_hash bytea)
    returns table (token_id uuid, kind text, person_id uuid, name text, email text, roles text[], teams text, frameworks_off text[])
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    found_token access.token%rowtype;
begin
    select t.* into found_token
      from access.token t join organization.person p on p.id = t.person_id
     where t.hash = secret_hash and t.kind <> 'LINK' and t.expires_at > now() and p.status = 'ACTIVE';
    if found_token.id is null then
        return;
    end if;
    if found_token.seen_at is null or found_token.seen_at < now() - interval '5 minutes' then
        update access.token t set seen_at = now() where t.id = found_token.id;
    end if;
    return query
        select found_token.id, found_token.kind, p.id, p.name, p.email,
               array(select g.role from access.role_grant g where g.person_id = p.id order by g.role),
               coalesce((select json_agg(json_build_object('id', x.id, 'name', x.name, 'leads', x.leads) order by x.name, x.id)::text
                           from (select t.id, t.name, t.leader_id is not distinct from p.id as leads
                                   from organization.team t
                                  where t.leader_id = p.id
                                     or t.id in (select m.team_id from organization.team_member m where m.person_id = p.id)) as x),
                        '[]'),
               array(select o.framework from framework.off o)
          from organization.person p
         where p.id = found_token.person_id;
end
$$;
grant execute on function access.look_up(bytea) to ${app};

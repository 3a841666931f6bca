-- The same door as before; whoever tries also clears away failures of long ago, a few at a time, so that the table does not
-- grow with accounts that somebody made up and nobody ever signed in to.
create index on access.attempt (blocked_until);
create or replace function access.try_password(account text, from_address text)
    returns table (person_id uuid, password_hash text, wait_seconds int)
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    tried constant text := lower(account);
begin
    delete from access.attempt a
     using (select o.account, o.address from access.attempt o
             where o.blocked_until < now() - interval '1 day'
             order by o.blocked_until
             limit 100
               for update skip locked) as old
     where a.account = old.account and a.address = old.address;
    insert into access.attempt as a (account, address, failures, blocked_until)
    values (tried, from_address, 1, now())
    on conflict on constraint attempt_pkey do update
       set failures = case when a.blocked_until < now() - interval '1 day' then 1 else a.failures + 1 end,
           blocked_until = now() + make_interval(secs =>
               case when a.failures + 1 < 5 or a.blocked_until < now() - interval '1 day' then 0
                    else least(60, power(2, least(a.failures + 1 - 5, 6))) end)
     where a.blocked_until <= now();
    if not found then
        return query
            select null::uuid, null::text, greatest(1, ceil(extract(epoch from a.blocked_until - now())))::int
              from access.attempt a where a.account = tried and a.address = from_address;
        return;
    end if;
    return query
        select c.person_id, c.password_hash, 0
          from (select 1) as one
          left join (organization.person p join access.credential c on c.person_id = p.id)
                 on lower(p.email) = tried and p.status = 'ACTIVE';
end
$$;

-- An id for a line that a door writes; the journal is read in the order of its ids (UUIDv7, as Java makes them).
create function audit.next_id() returns uuid
    language sql volatile set search_path = pg_catalog as $$
    select (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')
            || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid
$$;

-- Door of `cairn token`: true when somebody active has this e-mail, who finds a line of it in the journal.
create or replace function access.issue_token(account text, secret_hash bytea, named text) returns boolean
    language sql security definer set search_path = pg_catalog as $$
    with made as (
        insert into access.token (id, hash, person_id, kind, name, created_at, expires_at, audience_id)
        select gen_random_uuid(), secret_hash, p.id, 'API', named, now(), now() + interval '1 year',
               access.key('account', p.id::text)
          from organization.person p
         where lower(p.email) = lower(account) and p.status = 'ACTIVE'
        returning id, name, person_id, audience_id)
    insert into audit.entry (id, recorded_at, actor_name, action, subject_kind, subject_id, summary, audience_kind, audience_id)
    select audit.next_id(), now(), 'Console', 'token.issued', 'token', m.id, 'made the API token “' || m.name || '” for ' || p.name,
           'account', m.audience_id
      from made m join organization.person p on p.id = m.person_id
    returning true
$$;

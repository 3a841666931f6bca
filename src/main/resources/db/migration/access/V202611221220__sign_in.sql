-- Passwords: the application never reads this table, only through the doors below.
create table access.credential (
    person_id uuid primary key references organization.person (id),
    password_hash text not null,
    changed_at timestamptz not null
);
alter table access.credential enable row level security;

-- Sessions, API tokens and one-time links are one thing: a hashed secret of a person that expires.
create table access.token (
    id uuid primary key,
    hash bytea not null unique check (length(hash) = 32),
    person_id uuid not null references organization.person (id),
    kind text not null check (kind in ('SESSION', 'API', 'LINK')),
    name text not null check (length(name) between 1 and 200),
    created_at timestamptz not null,
    seen_at timestamptz,
    expires_at timestamptz not null,
    audience_kind text not null default 'account' check (audience_kind = 'account'),
    audience_id uuid not null
);
create index on access.token (person_id, kind);
create index on access.token (expires_at);
select access.protect_by_key('access.token', '{select,delete}');
revoke select on access.token from ${app};
grant select (id, person_id, kind, name, created_at, seen_at, expires_at, audience_kind, audience_id) on access.token to ${app};

-- Failed sign-ins per account and address.
create table access.attempt (
    account text not null,
    address text not null,
    failures int not null,
    blocked_until timestamptz not null,
    primary key (account, address)
);
alter table access.attempt enable row level security;

-- Door: who holds this secret. One read per request; "seen" is written at most every five minutes.
create function access.look_up(secret_hash bytea)
    returns table (token_id uuid, kind text, person_id uuid, name text, email text, roles text[], teams text)
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
                        '[]')
          from organization.person p
         where p.id = found_token.person_id;
end
$$;

-- Door: the password of an active account for one try, and how long this address has to wait instead. The try counts as
-- failed until access.forget_failures, so that tries made at once cannot pass together. Five are free, then each costs
-- 1, 2, 4 … 60 seconds.
create function access.try_password(account text, from_address text)
    returns table (person_id uuid, password_hash text, wait_seconds int)
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    tried constant text := lower(account);
begin
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

create function access.forget_failures(account text, from_address text) returns void
    language sql security definer set search_path = pg_catalog as $$
    delete from access.attempt a
     where (a.account = lower($1) and a.address = from_address) or a.blocked_until < now() - interval '1 day'
$$;

-- Door: a session for somebody who has just proved who they are, an API token for oneself, a one-time link for whom an
-- administrator invites.
create function access.issue(token uuid, secret_hash bytea, person uuid, of_kind text, named text, valid interval) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if of_kind = 'API' and access.person() <> person or of_kind = 'LINK' and not 'ADMIN' = any (access.roles()) then
        raise exception 'this secret is not yours to issue' using errcode = '42501';
    end if;
    insert into access.token (id, hash, person_id, kind, name, created_at, expires_at, audience_id)
    values (token, secret_hash, person, of_kind, named, now(), now() + valid, access.key('account', person::text));
end
$$;

-- Door of `cairn token`: true when somebody active has this e-mail.
create function access.issue_token(account text, secret_hash bytea, named text) returns boolean
    language sql security definer set search_path = pg_catalog as $$
    insert into access.token (id, hash, person_id, kind, name, created_at, expires_at, audience_id)
    select gen_random_uuid(), secret_hash, p.id, 'API', named, now(), now() + interval '1 year', access.key('account', p.id::text)
      from organization.person p
     where lower(p.email) = lower(account) and p.status = 'ACTIVE'
    returning true
$$;

-- Door: whose one-time link this is.
create function access.link_holder(secret_hash bytea) returns table (person_id uuid, name text, email text)
    language sql stable security definer set search_path = pg_catalog as $$
    select p.id, p.name, p.email
      from access.token t join organization.person p on p.id = t.person_id
     where t.hash = secret_hash and t.kind = 'LINK' and t.expires_at > now() and p.status = 'ACTIVE'
$$;

-- Door: uses a one-time link up; whoever comes second, even at the same moment, gets null.
create function access.use_link(secret_hash bytea) returns uuid
    language sql security definer set search_path = pg_catalog as $$
    delete from access.token t
     where t.hash = secret_hash and t.kind = 'LINK' and t.expires_at > now()
    returning t.person_id
$$;

-- Door: sets a password, ends all sessions and links of that person.
create function access.set_password(person uuid, new_hash text) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into access.credential (person_id, password_hash, changed_at) values (person, new_hash, now())
        on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at;
    delete from access.token t where t.person_id = person and t.kind in ('SESSION', 'LINK');
end
$$;

-- Door: ends one session by its secret (signing out).
create function access.end_session(secret_hash bytea) returns void
    language sql security definer set search_path = pg_catalog as $$
    delete from access.token t where t.hash = secret_hash and t.kind = 'SESSION'
$$;

-- Door: whether the installation has been set up.
create function access.is_set_up() returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from organization.organization)
$$;

-- Door: the organisation's name, zone and currency, needed before anybody has signed in.
create function access.organization() returns table (name text, zone text, currency text)
    language sql stable security definer set search_path = pg_catalog as $$
    select o.name, o.zone, o.currency from organization.organization o
$$;

grant execute on function access.look_up(bytea), access.try_password(text, text), access.forget_failures(text, text), access.issue(uuid, bytea, uuid, text, text, interval),
    access.issue_token(text, bytea, text), access.link_holder(bytea), access.use_link(bytea), access.set_password(uuid, text),
    access.end_session(bytea), access.is_set_up(), access.organization() to ${app};

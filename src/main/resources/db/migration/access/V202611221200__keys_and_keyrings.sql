-- Who may see what: every content row carries the key of its audience, every viewer a keyring, and one comparison decides.
create schema access;
grant usage on schema access to ${app};
alter default privileges revoke execute on functions from public;

-- The same name-based UUID as Java's UUID.nameUUIDFromBytes((kind + ":" + subject).getBytes(UTF_8)).
create function access.key(kind text, subject text) returns uuid
    language sql immutable parallel safe as $$
    select encode(set_byte(set_byte(d, 6, (get_byte(d, 6) & 15) | 48), 8, (get_byte(d, 8) & 63) | 128), 'hex')::uuid
      from (select decode(md5(kind || ':' || subject), 'hex') as d) as digest
$$;

-- What the current transaction holds. Without access.enter these raise, so a forgotten transaction fails loudly.
create function access.keys() returns uuid[]
    language plpgsql stable parallel safe as $$
declare
    ring text := current_setting('cairn.keys', true);
begin
    if ring is null or ring = '' then
        raise exception 'access.enter was not called in this transaction' using errcode = '28000';
    end if;
    return ring::uuid[];
end
$$;

create function access.wide() returns text[]
    language plpgsql stable parallel safe as $$
declare
    kinds text := current_setting('cairn.wide', true);
begin
    if kinds is null or kinds = '' then
        raise exception 'access.enter was not called in this transaction' using errcode = '28000';
    end if;
    return kinds::text[];
end
$$;

create function access.roles() returns text[]
    language plpgsql stable parallel safe as $$
declare
    held text := current_setting('cairn.roles', true);
begin
    if held is null or held = '' then
        raise exception 'access.enter was not called in this transaction' using errcode = '28000';
    end if;
    return held::text[];
end
$$;

-- The entered person; null for the system viewer.
create function access.person() returns uuid
    language sql stable parallel safe as $$
    select nullif(current_setting('cairn.person', true), '')::uuid
$$;

-- access.keyring(person) is made by the organization, which knows teams and reporting lines.
create function access.enter(entering uuid) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    ring record;
begin
    select * into ring from access.keyring(entering);
    if ring.keys is null then
        raise exception 'nobody active has this id' using errcode = '28000';
    end if;
    perform set_config('cairn.person', entering::text, true);
    perform set_config('cairn.keys', ring.keys::text, true);
    perform set_config('cairn.wide', ring.wide::text, true);
    perform set_config('cairn.roles', ring.roles::text, true);
end
$$;

-- The named system viewer of jobs, first set-up and the demo: all kinds, no person; the journal says its name.
create function access.enter_system(named text) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform set_config('cairn.person', '', true);
    perform set_config('cairn.system', named, true);
    perform set_config('cairn.keys', array[access.key('everyone', '')]::text, true);
    perform set_config('cairn.wide', '{everyone,team,pair,pay,list,account}', true);
    perform set_config('cairn.roles', '{EXEC,CHAMP,HR,COMP,ADMIN}', true);
end
$$;

-- Protects a content table: one policy per command (two permissive ones would be OR-ed), an index, the grants.
create function access.protect_by_key(target regclass, commands text[]) returns void
    language plpgsql as $$
declare
    held constant text :=
        '(audience_id = any ((select access.keys())::uuid[]) or audience_kind = any ((select access.wide())::text[]))';
    command text;
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s add check (audience_kind in (''everyone'',''team'',''pair'',''pay'',''list'',''account''))', target);
    execute format('create index on %s (audience_id)', target);
    foreach command in array commands loop
        execute format('create policy %I on %s for %s %s', 'key_' || command, target, command,
            case command
                when 'insert' then 'with check ' || held
                when 'update' then 'using ' || held || ' with check ' || held
                else 'using ' || held
            end);
        execute format('grant %s on %s to ${app}', command, target);
    end loop;
end
$$;

create function access.protect(target regclass) returns void
    language sql as $$ select access.protect_by_key(target, '{select,insert,update,delete}') $$;

create function access.protect_append_only(target regclass) returns void
    language sql as $$ select access.protect_by_key(target, '{select,insert}') $$;

-- A directory is read by every entered viewer and written by those who hold one of the named roles.
create function access.protect_directory(target regclass, variadic writers text[]) returns void
    language plpgsql as $$
declare
    reads constant text := '((select access.keys()) is not null)';
    writes constant text := format('((select access.roles())::text[] && %L::text[])', writers::text);
begin
    execute format('alter table %s enable row level security', target);
    execute format('create policy directory_select on %s for select using %s', target, reads);
    execute format('create policy directory_insert on %s for insert with check %s', target, writes);
    execute format('create policy directory_update on %s for update using %s with check %s', target, writes, writes);
    execute format('create policy directory_delete on %s for delete using %s', target, writes);
    execute format('grant select, insert, update, delete on %s to ${app}', target);
end
$$;

create table access.role_grant (
    person_id uuid not null,
    role text not null check (role in ('EXEC', 'CHAMP', 'HR', 'COMP', 'ADMIN')),
    primary key (person_id, role)
);
select access.protect_directory('access.role_grant', 'ADMIN');

-- Named people for what is neither open nor a pair: drafts, sensitive metrics. A member is a person, a team's leader or a role.
create table access.list_member (
    list_id uuid not null,
    person_id uuid,
    leader_of uuid,
    role text check (role in ('EXEC', 'CHAMP', 'HR', 'COMP', 'ADMIN')),
    audience_kind text not null default 'list',
    audience_id uuid not null,
    check (num_nonnulls(person_id, leader_of, role) = 1),
    check (audience_kind = 'list')
);
create unique index list_member_person on access.list_member (person_id, list_id) where person_id is not null;
create unique index list_member_leader on access.list_member (leader_of, list_id) where leader_of is not null;
create unique index list_member_role on access.list_member (role, list_id) where role is not null;
create index on access.list_member (list_id);
select access.protect_by_key('access.list_member', '{select}');

-- Makes or changes a list. A new list may be made by anyone entered; a list that exists only by who holds it.
-- The one who makes it holds it from then on in this transaction, whether or not a member: the row is theirs to write.
create function access.share_list(list uuid, persons uuid[], leaders_of uuid[], roles text[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    list_key constant uuid := access.key('list', list::text);
    held constant uuid[] := access.keys();
begin
    if exists (select 1 from access.list_member m where m.list_id = list)
        and not (list_key = any (held) or 'list' = any (access.wide())) then
        raise exception 'this list is not held' using errcode = '42501';
    end if;
    delete from access.list_member m where m.list_id = list;
    insert into access.list_member (list_id, person_id, audience_id)
        select distinct list, p, list_key from unnest(persons) as p where p is not null;
    insert into access.list_member (list_id, leader_of, audience_id)
        select distinct list, t, list_key from unnest(leaders_of) as t where t is not null;
    insert into access.list_member (list_id, role, audience_id)
        select distinct list, r, list_key from unnest(roles) as r where r is not null;
    if not list_key = any (held) then
        perform set_config('cairn.keys', (held || list_key)::text, true);
    end if;
end
$$;

-- Lets the transaction that is making a private row write it although its keyring was taken before the row was:
-- only keys of lists made here are added this way (share_list); pair and pay keys come from the organisation alone.
grant execute on function access.key(text, text), access.keys(), access.wide(), access.roles(), access.person(),
    access.enter(uuid), access.enter_system(text), access.share_list(uuid, uuid[], uuid[], text[]) to ${app};

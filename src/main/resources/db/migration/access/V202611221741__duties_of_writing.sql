-- Reading a whole kind of audience is one duty, writing it another. This is the one place that says who holds which.
-- Source: frameworks 1.0 (who may), 1.12 (who reads), 2.3 (who acts on objectives and on pay).
create function access.duties() returns table (role text, kind text, writes text)
    language sql immutable parallel safe as $$
    values ('EXEC', 'team', 'everywhere'),
           ('CHAMP', 'team', 'everywhere'),
           ('ADMIN', 'account', 'everywhere'),
           ('HR', 'pair', 'where the table says so'),
           ('HR', 'pay', 'where the table says so'),
           ('COMP', 'pay', 'where the table says so')
$$;

-- The kinds whose rows may be written as a whole in a table that lets these roles write what they read.
create function access.wide_to_write(here text[]) returns text[]
    language plpgsql stable parallel safe as $$
declare
    kinds text := current_setting('cairn.wide_to_write', true);
begin
    if kinds is null or kinds = '' then
        raise exception 'access.enter was not called in this transaction' using errcode = '28000';
    end if;
    return kinds::text[]
        || array(select d.kind from access.duties() d where d.role = any (here) and d.role = any (access.roles()));
end
$$;
grant execute on function access.duties(), access.wide_to_write(text[]) to ${app};

create or replace function access.enter(entering uuid) returns void
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
    perform set_config('cairn.wide_to_write',
        array(select distinct d.kind from access.duties() d
               where d.role = any (ring.roles) and d.writes = 'everywhere')::text, true);
    perform set_config('cairn.roles', ring.roles::text, true);
end
$$;

create or replace function access.enter_system(named text) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform set_config('cairn.person', '', true);
    perform set_config('cairn.system', named, true);
    perform set_config('cairn.keys', array[access.key('everyone', '')]::text, true);
    perform set_config('cairn.wide', '{everyone,team,pair,pay,list,account}', true);
    perform set_config('cairn.wide_to_write', '{everyone,team,pair,pay,list,account}', true);
    perform set_config('cairn.roles', '{EXEC,CHAMP,HR,COMP,ADMIN}', true);
end
$$;

-- The same keyring as before, with its duties out of the one list.
create or replace function access.keyring(viewer uuid, out keys uuid[], out wide text[], out roles text[])
    language sql stable security definer set search_path = pg_catalog as $$
    select case when exists (select 1 from organization.person p where p.id = viewer and p.status = 'ACTIVE') then
             array(
               select access.key('everyone', '')
               union all
               select access.key(k, viewer::text) from unnest(array['pair', 'pay', 'account']) as k
               union all
               select access.key('team', m.team_id::text) from organization.team_member m where m.person_id = viewer
               union
               select access.key('team', l.team_id::text)
                 from organization.team t join organization.team_line l on l.above_id = t.id
                where t.leader_id = viewer
               union all
               select access.key(k, p.id::text)
                 from organization.person p cross join unnest(array['pair', 'pay']) as k
                where p.manager_id = viewer
               union all
               select m.audience_id from access.list_member m
                where m.person_id = viewer
                   or m.leader_of in (select t.id from organization.team t where t.leader_id = viewer)
                   or m.role in (select g.role from access.role_grant g where g.person_id = viewer))
           end,
           array(
             select distinct d.kind
               from access.role_grant g join access.duties() d on d.role = g.role
              where g.person_id = viewer),
           array(select g.role from access.role_grant g where g.person_id = viewer order by g.role)
$$;

-- Says which roles write, in this table, the kinds they read as a whole; without a call nobody does who has no key.
-- A payout's lines: select access.let_write('incentive.payout_line', '{COMP}').
create function access.let_write(target regclass, writers text[]) returns void
    language plpgsql as $$
declare
    held constant text := format(
        '(audience_id = any ((select access.keys())::uuid[]) or audience_kind = any ((select access.wide_to_write(%L))::text[]))',
        writers);
    policy record;
begin
    for policy in
        select p.polname as name, p.polcmd as command from pg_policy p
         where p.polrelid = target and p.polname in ('key_insert', 'key_update', 'key_delete')
    loop
        execute format('alter policy %I on %s %s', policy.name, target,
            case policy.command
                when 'a' then 'with check ' || held
                when 'w' then 'using ' || held || ' with check ' || held
                else 'using ' || held
            end);
    end loop;
end
$$;

drop function access.protect(regclass);
drop function access.protect_append_only(regclass);
drop function access.protect_by_key(regclass, text[]);

-- Protects a content table: one policy per command (two permissive ones would be OR-ed), an index, the grants.
create function access.protect_by_key(target regclass, commands text[], writers text[] default '{}') returns void
    language plpgsql as $$
declare
    command text;
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s add check (audience_kind in (''everyone'',''team'',''pair'',''pay'',''list'',''account''))', target);
    execute format('create index on %s (audience_id)', target);
    foreach command in array commands loop
        execute format('create policy %I on %s for %s %s', 'key_' || command, target, command,
            case command
                when 'select' then 'using (audience_id = any ((select access.keys())::uuid[])'
                                   || ' or audience_kind = any ((select access.wide())::text[]))'
                when 'insert' then 'with check (false)'
                else 'using (false)'
            end);
        execute format('grant %s on %s to ${app}', command, target);
    end loop;
    perform access.let_write(target, writers);
end
$$;

create function access.protect(target regclass, writers text[] default '{}') returns void
    language sql as $$ select access.protect_by_key(target, '{select,insert,update,delete}', writers) $$;

create function access.protect_append_only(target regclass, writers text[] default '{}') returns void
    language sql as $$ select access.protect_by_key(target, '{select,insert}', writers) $$;

-- All that is protected so far. The journal is the one table that takes a line about whatever one reads: it is only ever
-- added to, and each line names who wrote it.
select access.let_write(p.polrelid::regclass, '{}')
  from (select distinct polrelid from pg_policy where polname in ('key_insert', 'key_update', 'key_delete')) as p;
select access.let_write('audit.entry', '{HR,COMP}');

-- Nobody writes in another's name.
create policy own_name on audit.entry as restrictive for insert
    with check (actor_id is not distinct from (select access.person()));

create schema framework;
grant usage on schema framework to ${app};

-- The frameworks the organisation does without; one that is not named here is in use, so a new one begins so.
create table framework.off (
    framework text primary key check (framework ~ '^[a-z0-9]{1,40}$')
);
select access.protect_directory('framework.off', 'ADMIN', 'CHAMP');

-- What lists leave out: the same for everybody, asked once per statement.
create function framework.unused() returns text[]
    language sql stable set search_path = pg_catalog as $$
    select array(select o.framework from framework.off o)
$$;
grant execute on function framework.unused() to ${app};

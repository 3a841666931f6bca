-- Whether a person may own a goal of a framework whose goals are otherwise the teams' (individual OKRs). Off by default.
alter table organization.organization add column individual_goals boolean not null default false;

-- Door: the organisation's settings, the name, zone and currency of which are needed before anybody has signed in.
drop function access.organization();
create function access.organization()
    returns table (name text, zone text, currency text, individual_goals boolean, version int)
    language sql stable security definer set search_path = pg_catalog as $$
    select o.name, o.zone, o.currency, o.individual_goals, o.version from organization.organization o
$$;
grant execute on function access.organization() to ${app};

-- Which pool a discretionary line was given out of.
alter table mbo.objective add pool_id uuid;
create index on mbo.objective (pool_id);

-- Door: what a pool has given so far, whoever leads those it was given to now. Only for those who may read the pool.
create function mbo.pool_spent(pool uuid) returns numeric
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if not (access.key('list', pool::text) = any (access.keys()) or 'list' = any (access.wide())) then
        raise exception 'this pool is not held' using errcode = '42501';
    end if;
    return (select coalesce(sum(o.awarded), 0) from mbo.objective o where o.pool_id = pool);
end
$$;
grant execute on function mbo.pool_spent(uuid) to ${app};

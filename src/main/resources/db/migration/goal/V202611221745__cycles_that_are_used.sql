-- Door: whether anything belongs to the cycle, hidden and closed goals too; yes or no and nothing else.
create function goal.cycle_has_goals(cycle uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from goal.goal g where g.cycle_id = cycle)
$$;
grant execute on function goal.cycle_has_goals(uuid) to ${app};

-- A goal that is being written while its cycle goes.
alter table goal.goal add foreign key (cycle_id) references cycle.cycle (id);

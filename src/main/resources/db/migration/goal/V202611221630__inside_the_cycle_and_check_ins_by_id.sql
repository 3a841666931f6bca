-- Door: whether a goal of the cycle, hidden ones too, would lie outside these days; yes or no and nothing else.
create function goal.cycle_leaves_out(cycle uuid, first date, last date) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from goal.goal g
                    where g.cycle_id = cycle and g.state not in ('CLOSED', 'CANCELLED')
                      and (g.starts_on < first or g.ends_on > last))
$$;
grant execute on function goal.cycle_leaves_out(uuid, date, date) to ${app};

-- A check-in is read and corrected by its own id alone.
create index on goal.check_in (entry_id);

-- Door: the figures of a cycle's open goals, hidden ones too, hold only for an earlier day, so that the turning of the day
-- renews them. For those who keep cycles.
create function goal.outdate_cycle(cycle uuid, before date) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if not access.roles() && array['CHAMP', 'ADMIN'] then
        raise exception 'only champions and administrators keep cycles' using errcode = '42501';
    end if;
    perform 1
      from goal.goal g
     where g.cycle_id = cycle and g.state in ('ACTIVE', 'ON_HOLD', 'SCORING') and g.figures_on >= before
     order by g.id
       for no key update;
    update goal.goal g set figures_on = before - 1
     where g.cycle_id = cycle and g.state in ('ACTIVE', 'ON_HOLD', 'SCORING') and g.figures_on >= before;
end
$$;
grant execute on function goal.outdate_cycle(uuid, date) to ${app};

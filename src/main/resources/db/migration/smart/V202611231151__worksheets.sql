-- What is written on the worksheet of a SMART goal beside the goal itself: the answers to its letters, and what comes next.
-- Why it matters is the goal's own why; numbers, owner and days are the goal's.
create schema smart;
grant usage on schema smart to ${app};

create table smart.worksheet (
    goal_id uuid primary key references goal.goal (id) on delete cascade,
    specific text not null default '' check (length(specific) <= 2000),
    measurable text not null default '' check (length(measurable) <= 2000),
    achievable text not null default '' check (length(achievable) <= 2000),
    time_bound text not null default '' check (length(time_bound) <= 2000),
    obstacles text not null default '' check (length(obstacles) <= 2000),
    first_step text not null default '' check (length(first_step) <= 2000),
    review_on date,
    audience_kind text not null,
    audience_id uuid not null
);
select access.protect('smart.worksheet');

-- Door: a worksheet is read by those who read its goal; it follows when the goal's audience changes, whoever changes it.
create function smart.follow_goal() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    update smart.worksheet w set audience_kind = new.audience_kind, audience_id = new.audience_id
     where w.goal_id = new.id and (w.audience_kind, w.audience_id) is distinct from (new.audience_kind, new.audience_id);
    return null;
end
$$;
create trigger worksheet_follows after update of audience_kind, audience_id on goal.goal
    for each row execute function smart.follow_goal();

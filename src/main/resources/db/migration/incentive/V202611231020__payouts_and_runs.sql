-- What is paid for a plan, who let it pass, and that it was paid once. A payout is read by its person, their manager, HR and
-- compensation (the key pay); a run by HR and compensation alone, because its key is the pay of nobody.
create schema if not exists incentive;
grant usage on schema incentive to ${app};

create table incentive.payout_run (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    period_start date not null,
    period_end date not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    budget numeric(19, 4) not null check (budget >= 0),
    -- PAYING lasts from the first batch to the last one; whoever finds it so may go on with it
    state text not null default 'OPEN' check (state in ('OPEN', 'PAYING', 'CLOSED')),
    batches int not null default 0 check (batches >= 0),
    created_by uuid references organization.person (id),
    created_at timestamptz not null,
    closed_at timestamptz,
    version int not null default 1,
    audience_kind text not null default 'pay' check (audience_kind = 'pay'),
    audience_id uuid not null,
    check (period_end >= period_start)
);
select access.protect_by_key('incentive.payout_run', '{select,insert,update}', '{COMP}');

create table incentive.payout (
    id uuid primary key,
    -- bare: pay knows no plan
    plan_id uuid not null,
    employee_id uuid not null references organization.person (id),
    manager_id uuid references organization.person (id),
    scored_by uuid references organization.person (id),
    period_start date not null,
    period_end date not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    target_amount numeric(24, 6) not null check (target_amount >= 0),
    modifier numeric(12, 6) not null check (modifier >= 0),
    gate numeric(12, 6) not null check (gate between 0 and 1),
    plan_cap numeric(12, 6) check (plan_cap >= 0),
    total numeric(19, 4) not null,
    capped boolean not null,
    late_override boolean not null,
    estimates_differ boolean not null,
    state text not null default 'SUBMITTED' check (state in ('SUBMITTED', 'APPROVED', 'REJECTED', 'PAID')),
    kind text not null check (kind in ('PLAN', 'ADJUSTMENT')),
    adjusts uuid references incentive.payout (id),
    submitted_by uuid references organization.person (id),
    submitted_at timestamptz not null,
    decided_by uuid references organization.person (id),
    decided_at timestamptz,
    reason text not null default '' check (length(reason) <= 2000),
    run_id uuid references incentive.payout_run (id),
    paid_at timestamptz,
    explanation jsonb not null,
    -- why an adjustment was handed in; why a payout was rejected stands in reason
    adjustment_reason text not null default '' check (length(adjustment_reason) <= 2000),
    version int not null default 1,
    audience_kind text not null default 'pay' check (audience_kind = 'pay'),
    audience_id uuid not null,
    check (period_end >= period_start),
    check ((kind = 'ADJUSTMENT') = (adjusts is not null)),
    check ((kind = 'ADJUSTMENT') = (adjustment_reason <> '')),
    check (kind = 'ADJUSTMENT' or total >= 0),
    check (state <> 'REJECTED' or reason <> ''),
    check ((state = 'PAID') = (paid_at is not null)),
    -- four eyes, also for whoever writes by hand
    check (decided_by <> employee_id),
    check (decided_by <> submitted_by),
    check (decided_by <> scored_by)
);
select access.protect_by_key('incentive.payout', '{select,insert,update}', '{COMP}');
create unique index payout_one_of_a_plan on incentive.payout (plan_id) where kind = 'PLAN' and state <> 'REJECTED';
create unique index payout_one_open_adjustment on incentive.payout (adjusts) where kind = 'ADJUSTMENT' and state in ('SUBMITTED', 'APPROVED');
create index on incentive.payout (plan_id);
create index on incentive.payout (employee_id);
create index on incentive.payout (run_id);
create index on incentive.payout (adjusts);
create index payout_waiting on incentive.payout (currency, period_end) where run_id is null;

-- Whoever holds a pay key hands in and reads; only compensation decides and pays.
create policy comp_decides on incentive.payout as restrictive for update
    using ('COMP' = any ((select access.roles())::text[])) with check ('COMP' = any ((select access.roles())::text[]));

-- A line names a goal together with its being payable: an objective of an OKR, which never is, cannot stand here.
create table incentive.payout_line (
    payout_id uuid not null references incentive.payout (id),
    position int not null check (position >= 1),
    goal_id uuid,
    payable boolean not null default true check (payable),
    weight numeric(5, 2) not null default 0 check (weight between 0 and 100),
    attainment numeric(38, 18) check (attainment >= 0),
    factor numeric(38, 18) check (factor >= 0),
    amount numeric(19, 4) not null,
    label text not null default '' check (length(label) <= 200),
    audience_kind text not null default 'pay' check (audience_kind = 'pay'),
    audience_id uuid not null,
    primary key (payout_id, position),
    foreign key (goal_id, payable) references goal.goal (id, payable),
    check (goal_id is not null or label <> '')
);
select access.protect_by_key('incentive.payout_line', '{select,insert}', '{COMP}');
create index on incentive.payout_line (goal_id);

-- One row for what was paid, as it was then; its key makes a second payment impossible.
create table incentive.payment_batch (
    run_id uuid not null references incentive.payout_run (id),
    number int not null check (number >= 1),
    payments int not null check (payments >= 1),
    total numeric(19, 4) not null,
    paid_by uuid references organization.person (id),
    paid_at timestamptz not null,
    audience_kind text not null default 'pay' check (audience_kind = 'pay'),
    audience_id uuid not null,
    primary key (run_id, number)
);
select access.protect_by_key('incentive.payment_batch', '{select,insert}', '{COMP}');

create table incentive.payment (
    payout_id uuid primary key references incentive.payout (id),
    -- both missing where one payout was paid by itself
    run_id uuid,
    batch int,
    person_id uuid not null references organization.person (id),
    person_name text not null,
    person_email text not null,
    external_id text,
    amount numeric(19, 4) not null,
    currency text not null,
    audience_kind text not null default 'pay' check (audience_kind = 'pay'),
    audience_id uuid not null,
    check ((run_id is null) = (batch is null)),
    foreign key (run_id, batch) references incentive.payment_batch (run_id, number)
);
select access.protect_by_key('incentive.payment', '{select,insert}', '{COMP}');
create index on incentive.payment (run_id, batch);

create function incentive.lines_make_the_total() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    changed uuid;
    short numeric;
begin
    -- one branch each: the two tables name the payout differently
    if tg_table_name = 'payout' then
        changed := new.id;
    else
        changed := coalesce(new.payout_id, old.payout_id);
    end if;
    select p.total - coalesce(sum(l.amount), 0) into short
      from incentive.payout p left join incentive.payout_line l on l.payout_id = p.id
     where p.id = changed
     group by p.id;
    if short <> 0 then
        raise exception 'the lines of a payout do not add up to its total' using errcode = '23514', constraint = 'payout_lines_total';
    end if;
    return null;
end
$$;
create constraint trigger payout_lines_total after insert or update of total on incentive.payout
    deferrable initially deferred for each row execute function incentive.lines_make_the_total();
create constraint trigger payout_lines_total after insert or delete or update of payout_id, amount on incentive.payout_line
    deferrable initially deferred for each row execute function incentive.lines_make_the_total();

create function incentive.lines_stay() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if exists (select 1 from incentive.payout p
                where p.state in ('APPROVED', 'PAID')
                  and (tg_op <> 'DELETE' and p.id = new.payout_id or tg_op <> 'INSERT' and p.id = old.payout_id)) then
        raise exception 'the lines of an approved payout stay as they are' using errcode = '23514', constraint = 'payout_lines_stay';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger payout_lines_stay
    before insert or delete or update of payout_id, position, goal_id, weight, attainment, factor, amount, label
    on incentive.payout_line for each row execute function incentive.lines_stay();

create function incentive.payouts_stay() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'a payout is never deleted' using errcode = '23514', constraint = 'payout_stays';
    end if;
    if (old.plan_id, old.employee_id, old.manager_id, old.scored_by, old.period_start, old.period_end, old.currency,
        old.target_amount, old.modifier, old.gate, old.plan_cap, old.total, old.kind, old.adjusts, old.submitted_by,
        old.submitted_at, old.explanation, old.adjustment_reason)
       is distinct from
       (new.plan_id, new.employee_id, new.manager_id, new.scored_by, new.period_start, new.period_end, new.currency,
        new.target_amount, new.modifier, new.gate, new.plan_cap, new.total, new.kind, new.adjusts, new.submitted_by,
        new.submitted_at, new.explanation, new.adjustment_reason) then
        raise exception 'the figures of a payout stay as they were handed in' using errcode = '23514', constraint = 'payout_stays';
    end if;
    if old.state <> new.state and (old.state, new.state) not in (('SUBMITTED', 'APPROVED'), ('SUBMITTED', 'REJECTED'), ('APPROVED', 'PAID'))
       or old.state in ('PAID', 'REJECTED')
          and (old.state, old.decided_by, old.decided_at, old.reason, old.run_id, old.paid_at)
              is distinct from (new.state, new.decided_by, new.decided_at, new.reason, new.run_id, new.paid_at) then
        raise exception 'what was decided about a payout stays' using errcode = '23514', constraint = 'payout_stays';
    end if;
    return new;
end
$$;
create trigger payout_stays before update or delete on incentive.payout for each row execute function incentive.payouts_stay();

-- What an attainment was worked out from (baseline, target, actual) is read by those who read the plan: employee, manager, HR.
-- Compensation, which reads every payout, gets the attainments as they are.
create table incentive.payout_terms (
    payout_id uuid primary key references incentive.payout (id),
    explanation jsonb not null,
    audience_kind text not null default 'pair' check (audience_kind = 'pair'),
    audience_id uuid not null
);
select access.protect_append_only('incentive.payout_terms');

insert into incentive.payout_terms (payout_id, explanation, audience_id)
select p.id, p.explanation, access.key('pair', p.employee_id::text)
  from incentive.payout p
 where p.explanation ? 'inputs' and p.explanation ? 'steps';

alter table incentive.payout disable trigger user;
update incentive.payout p
   set explanation = p.explanation || jsonb_build_object(
           'inputs',
           (select coalesce(jsonb_agg(x.i order by x.n), '[]')
              from jsonb_array_elements(p.explanation -> 'inputs') with ordinality as x (i, n)
             where x.i ->> 'name' !~ '^(baseline|target|actual)[0-9]+(V[0-9]+)?$')
           || (select coalesce(jsonb_agg(jsonb_build_object('name', x.s -> 'result', 'label', 'Attainment', 'value', x.s ->> 'value')
                                         order by x.n), '[]')
                 from jsonb_array_elements(p.explanation -> 'steps') with ordinality as x (s, n)
                where x.s ->> 'result' ~ '^attainment[0-9]+(V[0-9]+)?$' and x.s ->> 'value' is not null),
           'steps',
           (select coalesce(jsonb_agg(x.s order by x.n), '[]')
              from jsonb_array_elements(p.explanation -> 'steps') with ordinality as x (s, n)
             where x.s ->> 'result' !~ '^attainment[0-9]+(V[0-9]+)?$' or x.s ->> 'value' is null))
 where p.id in (select t.payout_id from incentive.payout_terms t);
alter table incentive.payout enable trigger user;

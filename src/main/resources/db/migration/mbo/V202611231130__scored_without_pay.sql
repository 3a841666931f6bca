-- Plans that no bonus hangs on end with their score; their goals are closed once nobody can dispute it.
create index plan_scored_without_pay on mbo.plan (scored_on) where state = 'SCORED' and not pays;

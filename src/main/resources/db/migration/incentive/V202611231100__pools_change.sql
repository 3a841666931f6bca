-- Compensation corrects pools. Their holders read them and never write: what they give out stands on the plans.
alter table incentive.pool add version int not null default 1;
create policy key_update on incentive.pool for update using (false);
grant update on incentive.pool to ${app};
select access.let_write('incentive.pool', '{}');
create policy by_compensation on incentive.pool as restrictive for update
    using ('COMP' = any ((select access.roles())::text[])) with check ('COMP' = any ((select access.roles())::text[]));

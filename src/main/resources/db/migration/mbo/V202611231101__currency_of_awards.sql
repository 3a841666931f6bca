-- What a discretionary line is given is in its pool's currency, whoever may read the pool now.
alter table mbo.objective add awarded_currency text check (awarded_currency ~ '^[A-Z]{3}$');
update mbo.objective o set awarded_currency = p.currency from incentive.pool p where p.id = o.pool_id;

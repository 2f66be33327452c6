-- How many seats of a date the people of one organisation may have, the same for all (training.seats) or their own; null: no limit.
-- cost: 'none', 'person' (cost_cents for each), 'persons' or 'organisations' (cost_cents of a date, shared by those).
-- engine: both

alter table training add column seats bigint;
alter table training add column cost text not null default 'none';
alter table training add column cost_cents bigint not null default 0;
alter table training_organisation add column seats bigint;

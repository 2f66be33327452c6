-- That somebody has said how easy registering was. What they said is counted by day alone: beside the registration it would no longer be
-- without a name.
-- engine: both

alter table booking add column rated bigint not null default 0;

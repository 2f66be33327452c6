-- Events that somebody else holds: only they know what it costs and whether one has to register. Null for events of the hub;
-- otherwise where they say it, which may be unknown.
-- engine: both

alter table event add column organiser text;

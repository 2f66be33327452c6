-- The programme is counted in indexes alone: dates with their end, and the few events that are no part of it.
-- engine: both

create index occurrence_time on occurrence (hub_id, starts_at, id, ends_at);
drop index occurrence_start;
create index event_unpublished on event (hub_id) where state <> 'published';

-- Calendars of others: a date that came from one is known by the start it had there at first, so that a moved date stays itself.
-- engine: both

alter table occurrence add column source_key text not null default '';

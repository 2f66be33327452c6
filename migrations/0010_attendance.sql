-- Being there: people counted at the door without a name, and what they say of a date afterwards.
-- engine: both

-- One tap at the door: so many people came without a registration. occurrence_id is nil for the house as a whole; persons is negative
-- where a tap was taken back. day is the civil date YYYY-MM-DD of the hub.
create table walk_in (
    hub_id bigint not null references hub (id),
    id uuid not null,
    day text not null,
    occurrence_id uuid not null,
    persons bigint not null,
    form_key text not null,
    at bigint not null,
    primary key (hub_id, id)
);
create unique index walk_in_form_once on walk_in (hub_id, form_key);
create index walk_in_day on walk_in (hub_id, day, occurrence_id);

-- How a date was, from 1 (bad) to 5 (very good). No person and no time: id is made from the form alone.
create table feedback (
    hub_id bigint not null references hub (id),
    id uuid not null,
    occurrence_id uuid not null,
    score bigint not null,
    primary key (hub_id, id)
);
create index feedback_occurrence on feedback (hub_id, occurrence_id, score);

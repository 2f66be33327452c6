-- Making the programme: what new dates of an event begin with, and how things were before a change that can be taken back.
-- engine: both

-- Terms of registration as JSON; empty until staff have saved the event.
alter table event add column terms text not null default '';

-- Kept for as long as the change can be taken back; was is JSON.
create table event_change (
    hub_id bigint not null references hub (id),
    id uuid not null,
    event_id uuid not null,
    at bigint not null,
    account_id uuid,
    kind text not null,
    was text not null,
    primary key (hub_id, id)
);
create index event_change_event on event_change (hub_id, event_id, at);

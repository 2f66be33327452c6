-- Courses that only people of member organisations see (event.state 'members', as drafts 'members-draft').
-- open_to 'all': all organisations, also those entered later; 'some': those in training_organisation. No row in training: all.
-- engine: both

create table training (
    hub_id bigint not null references hub (id),
    event_id uuid not null,
    open_to text not null,
    primary key (hub_id, event_id)
);

create table training_organisation (
    hub_id bigint not null references hub (id),
    event_id uuid not null,
    organisation_id uuid not null,
    primary key (hub_id, event_id, organisation_id)
);
create index training_organisation_of on training_organisation (hub_id, organisation_id);

-- To which organisation a registration belongs; null in the public programme.
alter table booking add column organisation_id uuid;

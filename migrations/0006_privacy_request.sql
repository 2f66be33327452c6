-- That somebody's data were handed out or erased, and by whom of the staff: never whose.
-- engine: both

create table privacy_request (
    hub_id bigint not null references hub (id),
    id uuid not null,
    at bigint not null,
    account_id uuid not null,
    what text not null,
    records bigint not null,
    cancelled bigint not null,
    primary key (hub_id, id)
);

-- How long records are kept: the periods that a hub has set, and what its nights have removed. Counts only, nothing personal.
-- engine: both

create table retention_period (
    hub_id bigint not null references hub (id),
    class text not null,
    days bigint not null,
    set_at bigint not null,
    primary key (hub_id, class)
);

create table retention_night (
    hub_id bigint not null references hub (id),
    class text not null,
    at bigint not null,
    removed bigint not null,
    total bigint not null,
    primary key (hub_id, class)
);

-- Bookings that still say who booked: what the nights look through.
create index booking_kept on booking (hub_id, id) where name <> '';

-- What only the hub knows and the privacy notice and the record of processing say: free texts, and for how many days backups are kept.
create table privacy_details (
    hub_id bigint not null references hub (id),
    controller text not null default '',
    officer text not null default '',
    law text not null default '',
    provider text not null default '',
    authority text not null default '',
    backup_days bigint,
    primary key (hub_id)
);

-- What was counted on a day, in the hub's zone: page views by section, forms begun, ratings. No person, no address.
-- engine: both

create table daily_count (
    hub_id bigint not null references hub (id),
    day text not null,
    what text not null,
    times bigint not null,
    primary key (hub_id, day, what)
);

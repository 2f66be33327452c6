-- On which web sites the programme may be shown inside a page: origins such as https://www.example.org, chosen by the lead.
-- engine: both

create table embed_origin (
    hub_id bigint not null references hub (id),
    origin text not null,
    position bigint not null,
    primary key (hub_id, origin)
);

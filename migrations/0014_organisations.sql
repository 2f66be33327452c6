-- Member organisations, whose people may come to closed courses. domains is JSON; code is typed by their people; contact_at is when
-- the contact was last entered or confirmed, null while there is none; folded is what the search for one person looks through.
-- engine: both

create table organisation (
    hub_id bigint not null references hub (id),
    id uuid not null,
    name text not null,
    kind text not null,
    domains text not null default '[]',
    code text not null,
    contact_name text not null default '',
    contact_email text not null default '',
    contact_at bigint,
    folded text not null default '',
    created_at bigint not null,
    primary key (hub_id, id)
);
create unique index organisation_code_once on organisation (hub_id, code);

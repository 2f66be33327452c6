-- Calendars of others that staff read: uploaded files for a day, and addresses that are read again and again. copy is the last good file
-- without the people named in it; address is empty for an uploaded file; waiting is how many entries staff have to look at.
-- engine: both

create table calendar (
    hub_id bigint not null references hub (id),
    id uuid not null,
    title text not null,
    address text not null,
    copy blob not null,
    etag text not null default '',
    modified text not null default '',
    form_key text not null,
    made_at bigint not null,
    read_at bigint,
    tried_at bigint,
    trouble text not null default '',
    waiting bigint not null default 0,
    primary key (hub_id, id)
);
create unique index calendar_form_once on calendar (hub_id, form_key);

-- What staff decided: taken 1, the entry became an event here; left_print is the state of the entry that they did not want.
create table calendar_entry (
    hub_id bigint not null,
    calendar_id uuid not null,
    key text not null,
    taken bigint not null default 0,
    left_print text not null default '',
    primary key (hub_id, calendar_id, key)
);

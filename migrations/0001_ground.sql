-- The whole schema at a glance. Types: BIGINT (also instants in microseconds UTC, flags 0/1, cents), TEXT, UUID, BLOB.
-- A table with hub_id belongs to hubs: hub_id leads every key and index. Tables without a hub are named in ARCHITECTURE.md.
-- engine: both

-- Installation: hubs, keys, people who work here.
create table hub (
    id bigint primary key,
    slug text not null,
    name text not null,
    owner_line text not null default '',
    phone text not null default '',
    phone_hours text not null default '',
    email text not null default '',
    zone text not null default 'Europe/Berlin',
    domain text,
    claim text not null default '[]',
    welcome text not null default '',
    partners text not null default '[]',
    demo bigint not null default 0,
    created_at bigint not null
);
create unique index hub_slug_once on hub (slug);
create unique index hub_domain_once on hub (domain);

create table secret (
    name text primary key,
    value blob not null
);

create table account (
    id uuid primary key,
    email text not null,
    name text not null,
    password_hash text not null,
    operator bigint not null default 0,
    disabled bigint not null default 0,
    created_at bigint not null
);
create unique index account_email_once on account (email);

create table login_session (
    token_hash blob primary key,
    account_id uuid not null references account (id),
    created_at bigint not null,
    seen_at bigint not null
);
create index login_session_account on login_session (account_id);

create table membership (
    hub_id bigint not null references hub (id),
    account_id uuid not null references account (id),
    role text not null,
    primary key (hub_id, account_id)
);
create index membership_account on membership (account_id);

-- When a hub next needs attention: kind 'outbox' or 'waitlist', ref the bookable occasion (nil for the outbox).
create table due (
    hub_id bigint not null references hub (id),
    kind text not null,
    ref uuid not null,
    at bigint not null,
    primary key (hub_id, kind, ref)
);
create index due_at on due (kind, at);

-- Places of a hub.
create table site (
    hub_id bigint not null references hub (id),
    id uuid not null,
    name text not null,
    street text not null default '',
    postcode text not null default '',
    town text not null default '',
    directions text not null default '',
    wheelchair text not null default '',
    hearing text not null default '',
    position bigint not null default 0,
    primary key (hub_id, id)
);

-- Weekly opening: weekday 1 = Monday … 7 = Sunday, minutes after midnight.
create table opening (
    hub_id bigint not null,
    site_id uuid not null,
    weekday bigint not null,
    opens bigint not null,
    closes bigint not null,
    primary key (hub_id, site_id, weekday, opens)
);

-- A day on which the whole hub is closed; day is the civil date YYYY-MM-DD.
create table closed_day (
    hub_id bigint not null,
    day text not null,
    reason text not null default '',
    primary key (hub_id, day)
);

create table picture (
    hub_id bigint not null,
    id uuid not null,
    mime text not null,
    width bigint not null,
    height bigint not null,
    bytes blob not null,
    created_at bigint not null,
    primary key (hub_id, id)
);

-- Programme.
create table event (
    hub_id bigint not null references hub (id),
    id uuid not null,
    slug text not null,
    title text not null,
    topic text not null,
    kind text not null,
    lede text not null default '',
    body text not null default '',
    host text not null default '',
    audience text not null default '',
    for_whom text not null default 'all',
    bring text not null default '',
    price_cents bigint not null default 0,
    price_note text not null default '',
    site_id uuid,
    room text not null default '',
    online bigint not null default 0,
    online_url text not null default '',
    drawing text not null default '',
    picture_id uuid,
    picture_alt text not null default '',
    questions text not null default '[]',
    state text not null,
    folded text not null default '',
    source text not null default '',
    source_key text not null default '',
    source_print text not null default '',
    version bigint not null default 1,
    created_at bigint not null,
    primary key (hub_id, id)
);
create unique index event_slug_once on event (hub_id, slug);
create index event_source on event (hub_id, source, source_key);

-- One date of an event with its seats. What people agreed is local_start and zone; the instants follow from them.
-- seated, held and waiting are counters that `nabe check` derives again from the bookings.
create table occurrence (
    hub_id bigint not null,
    id uuid not null,
    event_id uuid not null,
    key text not null,
    starts_at bigint not null,
    ends_at bigint not null,
    open_end bigint not null default 0,
    local_start text not null,
    local_end text not null,
    zone text not null,
    room text not null default '',
    state text not null,
    reason text not null default '',
    sequence bigint not null default 0,
    registration bigint not null,
    capacity bigint,
    opens_at bigint,
    closes_at bigint not null,
    waitlist text not null,
    offer_minutes bigint not null,
    seats_per_booking bigint not null,
    seats_per_person bigint not null,
    seated bigint not null default 0,
    held bigint not null default 0,
    waiting bigint not null default 0,
    primary key (hub_id, id),
    constraint occurrence_event foreign key (hub_id, event_id) references event (hub_id, id)
);
create unique index occurrence_key_once on occurrence (hub_id, event_id, key);
create index occurrence_start on occurrence (hub_id, starts_at, id);

-- Bookings of every kind of occasion; kind 'seat' points to an occurrence. folded is what search looks through.
create table booking (
    hub_id bigint not null references hub (id),
    id uuid not null,
    kind text not null,
    occasion_id uuid not null,
    state text not null,
    seats bigint not null,
    since bigint not null,
    deadline bigint,
    person text,
    folded text not null default '',
    name text not null,
    email text not null default '',
    phone text not null default '',
    companions text not null default '[]',
    answers text not null default '[]',
    note text not null default '',
    paper text not null default 'none',
    channel text not null,
    lang text not null default 'de',
    code text not null,
    sequence bigint not null default 0,
    form_key text not null,
    form_print blob not null,
    created_at bigint not null,
    changed_at bigint not null,
    primary key (hub_id, id)
);
create unique index booking_form_once on booking (hub_id, form_key);
create unique index booking_code_once on booking (hub_id, code);
create index booking_occasion on booking (hub_id, occasion_id, state);
create index booking_person on booking (hub_id, person, occasion_id);

create table booking_log (
    hub_id bigint not null,
    booking_id uuid not null,
    id uuid not null,
    at bigint not null,
    was text not null,
    became text not null,
    cause text not null,
    account_id uuid,
    primary key (hub_id, booking_id, id)
);

-- What leaves the process, written in the deciding transaction. topic keeps the order: one booking, one topic.
create table outbox (
    hub_id bigint not null references hub (id),
    id uuid not null,
    topic uuid not null,
    step bigint not null,
    kind text not null,
    payload text not null,
    state text not null,
    due_at bigint not null,
    leased_until bigint not null default 0,
    attempts bigint not null default 0,
    error text not null default '',
    created_at bigint not null,
    sent_at bigint,
    primary key (hub_id, id)
);
create index outbox_topic on outbox (hub_id, topic, step);
create index outbox_state on outbox (hub_id, state, due_at);

-- What a hub declares about accessibility, and barriers that people report.
-- engine: both

create table accessibility_statement (
    hub_id bigint not null references hub (id),
    status text not null,
    method text not null,
    checked_on text not null,
    primary key (hub_id)
);

create table accessibility_gap (
    hub_id bigint not null references hub (id),
    position bigint not null,
    gap text not null,
    reason text not null,
    alternative text not null,
    primary key (hub_id, position)
);

-- due_at is the midnight after the last day on which an answer is in time.
create table barrier_report (
    hub_id bigint not null references hub (id),
    id uuid not null,
    at bigint not null,
    due_at bigint not null,
    place text not null,
    words text not null,
    name text not null,
    contact text not null,
    folded text not null,
    lang text not null,
    form_key text not null,
    answered_at bigint,
    answer text not null,
    account_id uuid,
    primary key (hub_id, id)
);
create unique index barrier_report_form_once on barrier_report (hub_id, form_key);
